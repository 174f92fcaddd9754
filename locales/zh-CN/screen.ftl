### 屏幕用语。处理方式、判定、待确认事项和条款见 verdict.ftl，错误和问题见 error.ftl，随机附件见
### accessory.ftl。

## 各处与框架

place-bench = 工作台
place-intake = 收件受理
place-tickets = 维修工单
place-units = 产品
place-register = 出厂销售台账
place-settings = 设置
places-label = 导航
skip-to-content = 跳到内容
find-label = 查找与命令
find-hint = 扫码，或输入序列号、返修号、客户、命令
where-data-is =
    { $count ->
        [0] 全部数据都在本机
       *[other] 全部数据都在本机，{ $count } 项待发总部
    }
where-data-is-too = 全部数据都在本机，总部也已收到
footer-label = 本页按键
footer-saved = 已保存在本机
toasts-label = 消息
close = 关闭
dismiss = 关闭消息
remove = 移除
undo = 撤销
open = 打开
go-back = 返回
choose = 请选择
list-separator = 、
nothing-changed = 没有改动
calendar-provisional = 日历暂定

## 出了问题

failure-title = 记录打不开
failure-screen = 本页无法显示
failure-nowhere = 这里没有内容
failure-retry = 重试
failure-to-bench = 回工作台
failure-unexpected = 出现意外情况（{ $code }）。此前保存的内容都在，请重试。

notice-salvaged = 记录文件曾损坏，已移到一旁，能读出的内容都已接过来，没有删除任何东西。请立即备份，并请人检查旧文件。
notice-forked = 总部已有以本站名义写入的其他记录：可能使用了本站数据的副本，或恢复了较旧的状态。数据没有丢失：本机所写内容已另行成链，新编号改用新的号段。若有两台机器同时在用，请将其中一台重新初始化。
notice-pack_set_aside = 已安装的一个政策包未被本程序采用，沿用之前的政策包。原因见“政策包”，请安装更新的政策包或程序。
notice-centre_incomplete = 服务中心尚无地址或电话，单据会缺少这些内容。请在设置中填写。
notice-clock_behind = 本机时钟早于最近一条记录：时钟被调回，或此前走快了。在调准之前，天数和期限会算错。请调准时钟，已有记录不会因此改变。

## 按键

key-palette = 查找与命令
key-shortcuts = 快捷键
key-undo = 撤销上一步
key-offered = 执行提示中的操作
key-new-intake = 新收件
key-next-unit = 下一台
key-receive = 受理并打印
key-next-question = 到下一个问题

shortcuts-here = 本页
shortcuts-everywhere = 各页通用
shortcuts-fields = 填写与列表
shortcut-suggestion = 采用台账中的值
shortcut-yes = 清单：有
shortcut-no = 清单：无
shortcut-absent = 序列号标签：缺失
shortcut-unavailable = 清单：问过，提供不了
shortcut-unseen = 清单：尚未查看
shortcut-rows = 在列表中移动
shortcut-open-row = 打开所在行

palette-results = 结果
palette-found = 找到的记录
palette-code = 编码
palette-commands = 命令
palette-calendar = 工作日日历
palette-resolve = 按编码打开“{ $text }”

## 工单与记录的状态

state-on_time = 正常
state-due = 临期
state-overdue = 逾期
state-done = 已结束
status-to_be_diagnosed = 待检测
status-cancelled = 已取消
sync-local = 已存本机
sync-waiting = 待发送
sync-synced = 已同步
sync-review = 待核对

column-rma = 返修授权号
column-model = 型号
column-serial = 序列号
column-customer = 客户
column-received = 收件
column-day = 第几天
column-state = 进度
column-marks = 标记
column-limit = 第 20 天
column-sync = 记录

cycle-target = 目标（第 10 天）
cycle-limit = 期限（第 20 天）

## 工作台

bench-scan = 扫码或输入编码
bench-scan-hint = 序列号、返修号或申请单二维码
bench-counts = 今日
count-open = 在修
count-on-time = 第 0–10 天
count-due = 第 11–20 天
count-overdue = 超过第 20 天
count-received-today = 今日收件
count-unsynced = 待发总部
bench-due = 最近到期
bench-due-hint = 回车打开
bench-recent = 最近收件
bench-drafts = 已开始、尚未受理
bench-drafts-hint = 已保存在本机
bench-empty-title = 还没有收过件
bench-step-register = 导入出厂销售台账，扫码时即可带出型号、日期和客户。
bench-step-register-done = 台账已导入，扫码即可带出型号、日期和客户。
bench-step-scan = 在本窗口任意处扫描产品序列号，或手工新建收件。
bench-import-register = 导入台账
draft-untitled = 未命名
draft-saved-at = 保存于 { $at }
draft-discard = 收起
draft-discard-named = 收起草稿 { $name }
draft-discarded = 草稿已收起，保留 30 天
draft-undo-discard = 取回草稿

## 扫码

scan-foreign = { $rma } 是有效的返修号，但本机没有这张工单。
scan-foreign-check_in = 以此号收件受理
scan-misread = { $text } 像返修号，但有一位读错了。请重新扫描或输入。
scan-text = “{ $text }”不是本机已知的编码。
scan-open-ticket = { $serial } 已在本中心，在办工单 { $rma }。
scan-form = 已读出申请单内容，放在新草稿里。
scan-dialog-open = 这次扫码没有采用：请先关闭打开的对话框，再扫一次。
look-alike-title = 是 { $serial } 吗？
look-alike-explain = 本机没有这个序列号，但与已知的很像（0/O、1/I、8/B、5/S）。请对照标签选择。
look-alike-known = 已知
look-alike-open = 有在办工单
look-alike-as-read = 新的，与读到的一致
look-alikes-title = 容易与已知序列号混淆
look-alikes-explain = 请将 { $serial } 与标签逐位核对：0/O、1/I、8/B、5/S。
look-alike-take = 改用 { $serial }
look-alike-open-unit = 改看 { $serial }

## 收件受理

intake-receive = 受理
draft-untouched = 尚未填写
draft-changed = 正在保存……
draft-saved = 草稿已保存在本机 { $at }
draft-not-saved = 未能保存：{ $why }

section-unit = 产品
section-purchase = 购买与报修
section-customer = 客户与寄件方
section-fault = 故障
section-evidence = 证据
section-accessories = 随机附件
section-more = 客户、外观和远程诊断的更多内容
section-photos = 照片、视频与 PDF
section-diagnosis = 检测结论
section-contract = 购销合同约定
section-papers = 单据
section-timeline = 经过
section-cover = 质保期

filled-of = 已填 { $filled } / { $all }
checklist-keys = 空格 = 有 · N = 无 · U = 提供不了 · 退格 = 尚未查看

field-serial = 序列号
field-model = 型号
field-product_class = 产品类别
field-claim_object = 报修对象
field-voucher_date = 凭证日期
field-contract_date = 合同日期
field-sale_kind = 销售类型
field-purchase_document = 凭证编号
field-first_reported-on = 首次报修
field-first_reported-to = 向谁报修
field-received_on = 收件日期
field-channel = 到件方式
field-customer-name = 客户
field-customer-company = 公司
field-customer-phone = 电话
field-customer-email = 邮箱
field-customer-address = 返还地址
field-dealer = 经销商 / 寄件方
field-symptom = 故障现象
field-remedy_wanted = 客户选择
field-condition = 外观状况
field-remote_attempts = 已做的远程诊断
field-findings = 检测结论
field-consumable_defect = 已证实为材料或工艺缺陷
field-contract = 合同
field-claim_date = 报修日
field-paper_form = 纸质申请单
field-reason = 原因
field-accessories = 随机附件
field-status = 状态
field-screen_language = 界面语言
field-language = 语言
field-document_language = 单据语言
field-theme = 外观
field-density = 疏密
field-printer = 打印机
field-paper-form = 单据
field-scan_prefix = 扫码枪前缀
field-scan_suffix = 扫码枪后缀

source-register = 台账
source-register-as-of = 台账，截至 { $at }
source-receipt = 未留记录：按收件日期
suggestion-register = 台账：{ $value }
suggestion-take = 采用台账的 { $value }
suggestion-model-found = 已有型号：{ $value }
models-found = 已有型号
serial-unregistered = 截至 { $at } 的台账中没有

product_class-terminal = 整机
product_class-module = 机芯
product_class-detector = 探测器
claim_object-whole = 整台
claim_object-part = 部件
sale_kind-normal = 正常
sale_kind-special_price = 特价
sale_kind-prototype_special_price = 特价样机
sale_kind-borrowed = 借用
channel-counter = 到店
channel-courier = 快递
channel-dealer = 经销商
remedy_wanted-unsaid = 未表示

evidence-warranty_certificate = 质保凭证
evidence-purchase_proof = 发票或收据
evidence-serial_label = 序列号标签清晰
evidence-serial_match = 与凭证、台账一致
evidence-authorised_source = 授权渠道
evidence-consent = 同意寄回
evidence-paper_form = 纸质申请单

answer-yes = 有
answer-no = 无
answer-no2 = 无
answer-unavailable = 提供不了
answer-unseen = 尚未查看
label-yes = 清晰
label-no = 无法辨认
label-no2 = 缺失
label-unavailable = 提供不了
label-unseen = 尚未查看
presence-present = 有
presence-missing = 无
presence-not_checked = 未查

accessories-need-class = 清单由产品类别得出
accessories-all = 其余都在
accessory-extra = 另加一件

diagnosed-not_yet = 尚未检测
diagnosed-none = 已检测，未见异常
diagnosed-found = 已检测
findings-list = 结论
finding-product_fault = 产品自身故障（1.1）
finding-misuse_or_environment = 误用、意外、环境（5.2）
finding-third_party = 第三方产品或服务（5.3）
finding-normal_wear = 正常磨损（5.4）
finding-operates_normally = 未见异常（5.5）
finding-customer_software_change = 客户自行改动软件（5.6）
finding-consumable = 耗材消耗（5.7）
finding-against_manual = 未按说明书使用（5.9）
finding-appearance = 仅外观（5.10）
finding-unauthorised_repair = 非授权拆修（5.11）
finding-within_specification = 在指标范围内（1.1）

contract-unseen = 合同未见
contract-seen = 合同已见
contract-period_starts_on = 起算日
contract-unit_months = 整台，月
contract-part_months = 部件，月
contract-return_days = 退货，天
contract-exchange_days = 换货，天
contract-flags = 特别约定
contract-special_price_return = 特价仍可退换
contract-covers_borrowed = 借用产品适用质保
contract-fee_inside_warranty = 质保期内收费

photos-label = 照片、视频与 PDF
photos-choose = 选择文件
photos-hint = 也可拖到这里，或粘贴
photos-summary = 选择、拖入或粘贴
photo-pasted = 粘贴-{ $number }
photo-saving = 正在保存 { $name } ……
photo-open = 查看 { $name }
photo-remove = 移除 { $name }
photo-open-outside = 用系统查看器打开
photo-removed = 已移除 { $name }
photo-undo-remove = 取回 { $name }
photo-too-large = { $name }（{ $size }）太大，没有加入，其他内容都在。请换较小的照片、较短的视频或较小的 PDF。
photo-not-drawn = 本机无法显示 { $name }，文件已原样保存；可用系统查看器打开。

duplicate-title = 这台产品已在本中心：{ $rma }
duplicate-open = 打开 { $rma }
duplicate-explain = 一台产品同时只有一张在办工单。草稿已保留。
earlier-tickets = 这台产品来过 { $count } 次
open-unit-life = 产品履历
open-ticket = 打开工单

conflicts-title = 有不一致，将如实记录，不影响受理
conflicts-recorded = 已记录的不一致
conflict-register = { $field }：台账为 { $register }，受理为 { $intake }
conflict-facts = { $field }：判定依据为 { $facts }，受理为 { $intake }；判定以依据为准
conflict-own_unit_sold = 标为本公司设备，但销售登记中有买方
conflict-own_unit_sold-on = 标为本公司设备，但销售登记显示已于 { $on } 售出
conflict-date_order = { $later }早于{ $earlier }
conflict-claim_date_from_receipt = 没有更早的报修记录，以收件日期为报修日

received-title = 已受理
received-saved = 已保存在本机

## 质保判定

verdict-title = 质保判定
verdict-live = 随填写即时更新
verdict-made-at = 判定于 { $at }
verdict-next = 下一步
verdict-ask-earlier_report = 收件前是否报修过？{ $day } 或之前：{ $remedies }
verdict-then = 其后
verdict-still-open = 尚待确认
verdict-outside = 不适用售后服务承诺，可另行报价。
verdict-excluded = 不在保修范围：
verdict-days = 期限
verdict-basis = 判定依据
verdict-last-day = 最后一天
verdict-was-possible-to = 曾可办理至
verdict-covered-to = 质保至
verdict-rolled-from = 原为 { $day }，休息日顺延
verdict-pack = 政策包 { $id } { $version } · { $hash }
verdict-calendar = 日历 { $hash }
outcome-needs-what = 待确认：{ $what }
outcome-needs-count = { $count } 项
clauses-more = 另有 { $count } 条
clause-label = 条款 { $id }
clause-unknown = 见《售后服务承诺》。
reading-label = 解读 { $number }

day-purchase = 购买
day-contract = 合同
day-refund = 退货止
day-exchange = 换货止
day-claim = 报修
day-cover = 质保止
days-between = { $count } 天

## 单据

paper-open-outside = 用 PDF 阅读器打开
form-application = 申请单
form-receipt = 受理回执
form-label = 机身标签
form-blank = 空白申请单
language-zh-CN = 中文
language-en = English
language-both = 中文 + English
printer-none = 不打印，显示 PDF
printers-none = 本机没有打印机
paper-busy = 正在生成
paper-open = 生成并显示
paper-print = 打印
paper-open-named = 显示 { $at } 的{ $form }
paper-sent-to = 已送往 { $printer }
paper-printed-to = 由 { $printer } 打印
paper-not-printed = 未打印
paper-pages-count = { $count } 页
preview-failed = 这里无法显示。文件已保留，请打开或打印。
preview-page = 第 { $number } 页，共 { $of } 页

## 维修工单

tickets-search = 查找工单
tickets-filter = 显示
filter-open = 在修
filter-due = 临期
filter-overdue = 逾期
filter-all = 全部
list-count = { $count } 行
list-more-than = 超过 { $count } 行
search-none = 没有找到
search-none-hint = 可按序列号、返修号、客户、故障和拼音首字母查找。试着少输几个字。
tickets-none-open = 没有在修工单
tickets-none-due = 没有处于第 10 天到第 20 天的工单
tickets-none-overdue = 没有超过第 20 天的工单
tickets-none-all = 还没有工单
tickets-none-hint = 扫描产品即可受理（工作台按 F3）。

ticket-day = 第 { $day } 天
ticket-print = 打印申请单
ticket-amend = 更正
ticket-findings = 凭证与标签…
ticket-cancel = 取消工单
ticket-reopen = 恢复工单
ticket-cancelled = 工单已取消
ticket-reopened = 工单已恢复
ticket-is-cancelled = 本工单已取消，号码不再使用。
ticket-cancel-title = 取消 { $rma }？
ticket-cancel-explain = 用于误收的产品。工单不再列入在修，仍留在履历里，可以恢复。
ticket-cancel-confirm = 确认取消
ticket-undo-cancel = 恢复 { $rma }
reason-needed = 请写明原因，将记入履历
not-documented = 未留记录
amend-title = 更正 { $rma }
amend-explain = 与原值一并记入履历
amend-save = 保存更正
unsaved-title = 所填内容尚未保存
unsaved-explain = 再次关闭即放弃，已保存的内容保持不变。
unsaved-go-on = 继续填写
unsaved-drop = 放弃
amend-saved = 更正已保存
findings-title = { $rma } 的凭证与标签
findings-explain = 据此作出新的判定，以前的判定保持原样。
findings-save = 记录
findings-saved = 已记录，判定已更新

timeline-hint = 取自日志，最新在前
timeline-nobody = 未署名
named-value = { $name }：{ $value }
timeline-cleared = 已清空
timeline-corrected = { $name }：{ $was } → { $value }
timeline-broken = 日志前后不符：曾在程序之外被改动。请在设置里检查记录。
timeline-intake-receive = 受理
timeline-intake-amend = 更正
timeline-ticket-transition = 状态变更
timeline-verdict-save = 记录判定
timeline-paper-make = 生成单据
timeline-paper-print = 打印单据
timeline-attachment-add = 加入文件
timeline-attachment-remove = 移除文件
timeline-attachment-restore = 取回文件
timeline-customer-add = 记录客户
timeline-customer-update = 更改客户
field-rma = 返修授权号
field-facts = 报修事实
field-form = 单据
field-hash = 校验值
field-pages = 页数
field-printed_to = 打印机
field-conflicts = 不一致之处
field-name = 姓名
field-phone = 电话
field-email = 邮箱
field-address = 地址
paper_form-true = 有
paper_form-false = 无

## 产品

units-hint = 本机已知的全部序列号，来自台账或工单
units-search = 序列号开头
units-none = 还没有已知的产品
units-none-hint = 请导入台账，或受理一台产品。
unit-registered = 在台账
unit-unregistered = 不在台账
unit-open-ticket = 在办工单
unit-receive = 受理本产品
unit-no-tickets = 这台产品没有来过
unit-no-tickets-hint = 按 F3 受理。
cover-hint = 来自出厂销售台账
cover-as_of = 截至
cover-unit = 产品
cover-parts = 部件
cover-covered = 在保
cover-over = 已过保
cover-table-silent = 期限表未注明。
cover-entries = 质保期记录
cover-entry = 事项
cover-item = 对象
cover-until = 质保至
cover-entry-purchase = 购买
cover-entry-repair = 保内维修
cover-entry-repair-part = 保内维修：{ $part }
cover-entry-paid = 有偿维修，不延长质保
cover-entry-exchange = 换货：{ $by } 换下 { $serial }，延续剩余质保
cover-unknown = 日期不明。

## 出厂销售台账

register-search = 查找台账
register-as-of = 截至 { $at }
register-none = 台账是空的
register-none-hint = 导入已售产品文件，扫码即可带出已知内容。
register-import-first = 立即导入台账
register-history = 导入记录
import-title = 导入出厂销售台账
import-sub = 按下“导入”之前不会改动任何内容。
import-back = 返回台账
import-file = 台账文件
import-choose = 选择文件
import-hint = CSV（UTF-8 或 GB18030）或 XLSX，也可拖到这里
import-other-file = 换一个文件
import-now = 导入
import-separator = 以 { $mark } 分隔
import-needs-serial = 请指明哪一列是序列号。
import-nothing-good = 没有可导入的行。
import-rows = 行
import-new = 新增
import-changed = 有变
import-bad = 未采用
import-updated = 更新
import-unchanged = 未变
import-columns = 各列含义
import-columns-hint = 每个表头代表什么
import-leave-out = 不采用
import-errors = { $count } 行无法采用
import-running = 正在导入 { $name }
import-cancel = 取消导入
import-cancelled = 已取消，台账与导入 { $name } 之前相同。
import-done = { $name } 已导入。
import-done-elsewhere =
    { $count ->
        [0] { $name } 已导入。
       *[other] { $name } 已导入，{ $count } 行未采用。
    }
import-failed = { $name } 未能导入，没有任何改动。
import-failed-elsewhere = { $name } 未能导入。
import-see = 查看结果
import-put-away = 收起结果
import-to-register = 查看台账
import-history-line = 新增 { $imported }，更新 { $updated }，未采用 { $skipped }
error-row = 行
error-field = 字段
error-why = 原因
errors-copy = 复制为文本
errors-copied = 已复制
errors-not-copied = 未能复制，请直接选取这些行。
errors-more = 另有 { $count } 行
register_field-serial = 序列号
register_field-model = 型号
register_field-product_class = 产品类别
register_field-contract_date = 合同日期
register_field-voucher_date = 凭证日期
register_field-sale_kind = 销售类型
register_field-dealer = 经销商
register_field-customer = 客户
register_field-phone = 电话

## 设置与首次使用

settings-sub = 本机的选择，立即保存
settings-screen = 屏幕
settings-paper = 单据
settings-scanner = 扫码枪
settings-centre = 服务中心
settings-centre-hint = 印在每张单据上
settings-care = 记录维护
settings-about = 关于
theme-system = 随系统
theme-light = 浅色
theme-dark = 深色
theme-contrast = 高对比
density-compact = 紧凑
density-normal = 适中
density-comfortable = 宽松
scan-marks-note = 留空：按速度识别
scanner-test = 扫码测试
scanner-test-note = 光标放在这里扫一次
scanner-heard = 识别为扫码：{ $code }（{ $count } 个字符）
scanner-typed = 手工输入，或扫码枪每字符慢于 35 毫秒：请设前缀
centre-name_zh = 中文名称
centre-name_en = 英文名称
centre-address_zh = 中文寄修地址
centre-address_en = 英文寄修地址
centre-phone = 前台电话
centre-hours = 服务时间
centre-zone = 时区
centre-country = 日历国家
centre-save = 保存中心资料
centre-saved = 已保存，新单据即按此印制
backup-now = 立即备份
backup-made = 备份完成 { $at }，{ $size }
doctor-run = 检查记录
doctor-report = 检查结果
level-ok = 正常
level-warn = 请留意
level-fail = 不可用
about-version = 版本
about-station = 号段
about-policy = 政策包
about-hash = 政策包校验值
setup-title = 设置本机
setup-explain = 回答三项即可开始受理，内容都保存在本机。
setup-centre = 服务中心代码
setup-centre-note = 2 至 8 位字母和数字，如 CD01，是返修号的开头
setup-centre-name = 服务中心名称
setup-actor = 您的姓名
setup-actor-note = 记在履历中您的操作旁
settings-actor = 无人登录时的署名
settings-actor-note = 有人登录时，履历记登录人的姓名
setup-needs-centre = 请填写服务中心代码
setup-begin = 开始使用
