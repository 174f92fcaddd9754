# 收件台：怎么到的、凭什么、标签如何、涉及谁。

# 栏目
field-authorisation = 所报授权号
field-authorisation-rma = 所报授权号
field-quoted_rma = 所报授权号
field-standing = 所报号码的情况
field-label = 标签
field-damage_where = 非用户造成的损坏
field-damage_note = 损坏情况
field-late_entry_at = 实际到件时间
field-owned_by_us = 本公司设备
field-first_reported-proof = 报修凭据
field-first_reported_proof = 报修凭据
field-no_earlier_report = 此前未报修
field-second = 第二人
field-form_obtained_on = 纸质单收到日期
field-form_obtained_how = 纸质单收到方式
field-sources = 旁证
field-decision = 认定
field-issued_by = 同意方式

section-arrival = 到件
section-parties = 其他相关人
parties-summary = { $count ->
    [0] 同送修人
   *[other] 另列 { $count } 人
  }
party-end_user = 最终用户
party-dealer = 经销商联系人
party-owner = 所有人
party-payer = 付款人
party-ship_to = 返还收件人
party-same = 同送修人
party-add = 另有其人
party-remove = 改回同送修人
party-field = { $role }：{ $field }
customer-found = 该电话已有记录
customer-take = 选用{ $name }
customer-find-hint = 输入电话后四位可查已有客户
customer-sent-by = 寄件方为{ $name }，可不另填客户
problem-intake-customer-name-required = 未填寄件方或经销商时，柜台客户即送修人，请填写
problem-intake-customer-phone-required = 须能联系到送修人，请填写

# 所报号码
channel-unsaid = 未说明
authorisation-number = 有号码
authorisation-none = 无号码到件
authorisation-unsaid = 未查看
standing-issued_here = 本站所发，受理后即为工单号
standing-not_seen_here = 号码正确，本站未见：由其他工作站发出
standing-used_before = 已有工单使用，本件另取新号
standing-cancelled = 已由我方收回，不作为同意
quoted-old = 发出已超过 90 天，仍然有效
quoted-may-be-used = 恢复备份之前发出，此后可能已被使用
quoted-sure = 已核对：没有其他产品使用此号
authorisation-may-be-used = 待用；备份之后可能已被使用
quoted-for = 为{ $name }所发

# 推得事实的来源
fact_source-unannounced = 依行为：无号码寄来
fact_source-label = 依标签

# 标签
label_state-intact = 完好
label_state-worn = 磨损
label_state-torn = 破损
label_state-replaced_by_us = 由我方更换
label_state-altered = 涂改
label_state-absent = 无标签
label_state-unseen = 未查看
label-photo = 标签照片
label-photo-take = 拍摄或选择标签照片
label-photo-owed = 还没有标签或原贴标签处的照片
label-photo-there = 标签照片已有
label-relabelled = 我方曾于 { $on } 更换标签
no-serial = 无可读序列号
no-serial-on = 以临时标签受理，标签上印工单号
no-serial-off = 还是填写序列号
all-as-it-should-be = 标签与随机附件一切正常

# 首次报修
report-open = 未定：没有人说明此前是否报修
report-none = 此前未报修

# 损坏、补录、本公司设备
damage-transit = 运输途中
damage-in_house = 在我方手中
damage-no = 未发现
damage-title = 非用户造成的损坏
damage-record = 损坏……
damage-record-title = { $rma } 的损坏
damage-saved = 已记损坏，收费须复核
damage-cleared = 已撤去损坏标记
damage-explain = 不改变判定。向客户收取的每项费用先由人复核。
damage-chip = 损坏：{ $where }
charges-review = 收费：复核
charges-review-why = { $where ->
    [transit] 运输途中损坏
   *[in_house] 在我方手中损坏
  }：每项收费先由人复核，判定不变。
late-entry = 补录
late-entry-explain = 事后录入。“收件日期”为真实日期，时限由此起算。
owned-by-us = 本公司设备（样机或借用机）
internal-order = 内部单
internal-order-explain = 本公司设备：不向任何人出具拒绝函，判定照常计算。

# 欠纸质单
form-owed = 欠纸质申请单（4.2）
form-owed-explain = 到件时没有纸质单，或没有人查看。须记下何时、如何收到，方为了结。
form-obtained = 纸质单已到……
form-obtained-title = { $rma } 的纸质单
form-obtained-on = 收到日期
form-obtained-how = 收到方式
form-obtained-how-hint = 邮寄、电子邮件、现场填写
form-obtained-save = 记下
form-obtained-saved = 已记下，不再欠单
form-obtained-as = { $on } 收到：{ $how }
form-withdraw = 其实未到……
form-withdraw-title = { $rma } 的纸质单其实未到
form-withdraw-explain = 重新列为欠单，先前的记录保留在历史中。
form-withdrawn = 已重新列为欠单
forms-owed = 欠单

# 身份
identity-locked = 暂停：不能确定是哪一台
identity-who = 由质保审核员或主管依旁证认定。此前不作决定、不作处理；判定不变。
doubt-label_unreadable = 标签不能确认可读（5.8c）
doubt-label_absent = 没有标签（5.8d）
doubt-mismatch = 机身、凭证与台账所载不是同一台（5.8e）
doubt-temporary_tag = 以临时标签受理
identity-decide = 认定……
identity-ask-decider = 须由质保审核员或主管认定：请其按 F7 登录
identity-decide-title = { $rma } 是哪一台？
identity-sources = 旁证读数
second_source-boot_screen = 开机画面
second_source-board = 内部板卡
second_source-box = 包装盒
second_source-card = 保修卡
second_source-sale_record = 销售记录
identity-serial = 本机序列号
identity-note = 说明
identity-confirm = 确认此序列号
identity-reject = 不能确认
identity-reject-reason = 请在说明中写明原因
identity-contradicted = 没有一项旁证与 { $serial } 相同：请在备注中说明为何仍确认是这台
identity-need-source = 请至少填写一项旁证读数
identity-confirmed = 确认为 { $serial }
identity-rejected = 不能确认
identity-by = { $who }，{ $at }
identity-decision-confirmed = 身份已确认
identity-decision-rejected = 身份未能确认
relabel = 已换新标签……
relabel-title = { $serial } 换新标签
relabel-explain = 记入整机历史。质保不变，本次仍按到件时的标签判定。
relabel-save = 记下
relabel-saved = 新标签已记入整机历史
relabelled-on = { $at } 换新标签，{ $who }（{ $rma }）：{ $note }
relabelled-cover = 保修不变。

# 授权号
authorisations-title = 已发授权号
authorisations-sub = 已同意接收，尚未到件
authorisations-empty = 没有待到件的号码。
authorisations-empty-hint = 同意接收时即发号，该号终身为工单号。
authorisations-waiting = 待到件
authorisations-all = 全部
authorisation-issue = 发号
authorisation-issue-title = 同意接收一台设备
authorisation-issue-explain = 为谁、为哪台，可以留空。
authorisation-issue-save = 发号
authorisation-issued = 已发 { $rma }
authorisation-issued_on = 发出日期
authorisation-note = 约定内容
authorisation-begin = 受理
authorisation-cancel = 收回
authorisation-cancel-title = 收回 { $rma }
authorisation-cancel-explain = 该号不再使用。仍凭此号到件的，另取新号受理。
authorisation-cancelled = 已收回 { $rma }
authorisation-undo-cancel = 恢复 { $rma }
authorisation-reinstated = 已恢复 { $rma }
authorisation-old = 已久
authorisation-is-waiting = 待到件
authorisation-is-used = 已到件
authorisation-is-cancelled = 已收回
issued_by-counter = 柜台
issued_by-enquiry = 咨询
issued_by-standing_consent = 长期同意
issued_by-reserved = 预印
scan-authorisation = { $rma } 已先行发出，开始受理

# 历史
timeline-authorisation-issue = 发号
timeline-authorisation-take_up = 号码已随件使用
timeline-authorisation-cancel = 收回号码
timeline-authorisation-reinstate = 恢复号码
timeline-identity-confirm = 确认身份
timeline-identity-reject = 身份不能确认
timeline-unit-relabel = 换新标签
timeline-ticket-form_obtained = 纸质单收到
timeline-ticket-form_withdrawn = 纸质单其实未到

# 须改之处
problem-not_a_number = 不是授权号：应为四段，如 CD01-A7K3M-00412-K
problem-misread = 有一位读错：末位校验不符
problem-not_a_time = 不是时刻，应如 08:35
problem-contradicts = 与其他内容不一致
problem-first_reported-on-contradicts = 与“此前未报修”矛盾
problem-payments-contradicts = 与购买凭证金额不符
problem-attachment-contradicts = 不是本工单的扫描件
problem-currency-contradicts = 与已同意费用的币种不符

# 错误
error-reserve_count = 未预留号码。每次可预留 1 至 { $max } 个。
error-authorisation_used = { $rma } 未收回：该件已到。如系误收，请取消工单。
error-number_may_be_used = { $rma } 是在恢复备份之前发出的，此后可能已有其他产品使用。未作记录，已填内容保留。请核对标签和旧工单，确认无其他产品使用后再受理，或不填此号。
error-label_offset = 标签打印最多移动 5 毫米。设置未更改。
error-identity_locked = 未作记录：不能确定是哪一台。请先在工单上认定，或更正标签情况。
error-serial_unknown = 未作记录：本机序列号不明，请先确认。
error-form_not_owed = 未作记录：该项已记过，或没有可撤的记录。

# 列表
filter-form_owed = 欠单
tickets-none-form_owed = 没有欠纸质单的工单
place-authorisations = 已发授权号
receiving-undo = 撤销
