### 判定与政策包相关界面的文字（判定面板本身除外）：事实及其取值、两次判定之间的差异、试算、工单的判定历史、政策包查看。
### 保障方式、结果和条款标题在 verdict.ftl。

## 事实的取值（字段本身没有文字的）

fact_value-empty_findings = 未见故障
fact_value-days = { $count } 天
fact_value-months = { $count } 个月
fact_value-repairs = { $count } 次
buyer-consumer = 消费者
buyer-business = 企业
purchase_channel-shop = 门店
purchase_channel-dealer = 经销商
purchase_channel-online = 线上
purchase_channel-contract = 合同采购

fact_source-intake = 来自收件受理
fact_source-receipt = 签收日期（没有更早的报修记录）
fact_source-register = 来自出厂销售台账

## 依据与提问

remedy_short-refund = 退货
remedy_short-exchange = 换货
remedy_short-free_repair = 保内维修
remedy_short-paid_repair = 保外维修
basis-of = 依据
basis-decides = 起决定作用
basis-for = 支持
basis-against = 不支持
basis-open = 尚未确认
basis-turns-on = 结果取决于解读
verdict-better = 按政策包 { $id } { $version }，客户的处境会更好
verdict-no-longer = { $count } 项未知事实已不影响结果

## 差异

change-arrow = 变为
change-none = 没有差异。
change-cover = 质保到期
change-pack = 适用另一政策包：{ $before } 变为 { $after }
change-calendar = 休息日采用了另一日历。

## 试算

what_if-open = 假如…
what_if-title = 试算
what_if-mark = 试算，不作为判定依据
what_if-explain = 此处内容不保存、不打印。按 Esc 离开。
what_if-dates = 日期
what_if-source = 购买日期取自
what_if-source-both = 两者
what_if-source-voucher = 凭证
what_if-source-contract = 合同
what_if-source-note = 两个日期以哪个为准，见解读 7。
what_if-claim = 报修内容
what_if-unknown = 不明
what_if-evidence = 凭证与附件
what_if-accessories = 随机附件齐全
what_if-board = 前后对照
what_if-before = 原来
what_if-after = 假如
what_if-unchanged = 不变
what_if-changed =
    { $count ->
        [0] 各项结果均不变
       *[other] { $count } 项结果有变化
    }
what_if-moved =
    { $count ->
        [0] 尚未改动。请修改日期或事实。
       *[other] 改动了 { $count } 项事实
    }
what_if-reset = 复原
what_if-reset-nothing = 没有改动
what_if-other-pack = 该记录按政策包 { $recorded } 作出；此处前后均按 { $now }。
what_if-basis = 假如情形的依据

## 判定历史

history-title = 历次判定
history-hint = 仅供查阅，不可更改
history-first = 首次判定
history-open = 查看 { $at } 的判定
history-record-title = { $at } 的判定
history-record-mark = 本页为记录，不可更改。
history-recorded-by = 作出人：{ $actor }。
history-made-by = { $actor }
history-current = 最新
history-older = 较早
history-newer = 较新
history-no-older = 这是首次判定
history-no-newer = 这是最新判定
history-pack = { $id } { $version }
history-changed = 与前一次相比

## 政策包

place-policy = 政策包
pack-sub = 判定所依据的数据。政策包只在此查阅，本窗口不能修改。
pack-search = 搜索条款与解读
pack-search-none-hint = 可输入条款号、条款中的中文或英文词语，或签署人。
pack-none = 没有政策包
pack-none-hint = 请在设置中运行体检。
pack-choose = 政策包
pack-which = 本政策包
pack-version = 名称与版本
pack-standing = 状态
pack-in-force = 现行
pack-not-in-force = 对今日购买的产品不适用
pack-serves = 适用的购买日期
pack-serves-all = 任何日期，包括不明的日期
pack-serves-early = 最早起
pack-serves-late = 至被取代
pack-supersedes = 取代
pack-installed = 安装时间
pack-shipped = 随程序提供
pack-hash = 校验值
pack-source = 文本来源：
pack-ranks = 效力顺序
pack-terms = 期限与效果
pack-periods = 质保期限（2.T）
pack-blank = 未注明（解读 19）
pack-times = 期限
pack-floor = 维修或更换后至少
pack-cycle = 维修周期
pack-cycle-days = 目标 { $target } 个、上限 { $limit } 个工作日
pack-reply = 咨询答复
pack-reply-hours = 工作日 { $count } 小时
pack-sale_kinds = 销售类型
pack-evidence = 缺少即排除的凭证
pack-exclusions = 不属于产品自身故障的检测结论
pack-clauses = 条款
pack-clauses-hint = 以我们的文字概括；引用承诺时用条款号
pack-readings = 解读
pack-readings-hint = 有疑义之处如何理解
pack-open = 打开政策包

column-clause = 条款
column-value = 数值
column-effect = 效果
column-lifted = 合同约定可解除
column-wanting = 缺少

rank-mandatory_law = 强制性法律
rank-contract = 购销合同
rank-policy = 本承诺
rank-default_law = 任意性法律

sale_effect-full = 适用全部政策
sale_effect-no_return_or_exchange = 不退不换
sale_effect-outside = 不适用政策

wanting-warranty_certificate = 无质保凭证
wanting-purchase_proof = 无发票或收据
wanting-readable_serial = 序列号标签被改动或无法辨认
wanting-serial = 无序列号
wanting-serial_match = 型号或序列号不符
wanting-authorised_source = 未经授权的渠道

exclusion-user_caused = 人为：与产品故障并存时不退货，换货由人工裁定
exclusion-contradicts = 与产品故障相矛盾
exclusion-unless_defect = 证实有缺陷的除外

level-inform = 告知：由引擎作答
level-confirm = 确认：不适用的结论须由人确认
level-adjudicate = 裁定：由人裁定
reading-chosen = 采用
reading-alternative = 未采用
reading-level = 停止级别
reading-signed = 签署
pack-editors = 政策包编写人员
reading-signed-by = { $who }，{ $on }
reading-unsigned = 未签署：由人裁定
clause-in-pack = 在政策包中打开

reading_option-paid = 被排除的故障有偿维修
reading_option-free = 被排除的故障免费维修
reading_option-purchase_day_is_day_0 = 购买当日为第 0 天
reading_option-purchase_day_is_day_1 = 购买当日为第 1 天
reading_option-inclusive = 包括第 30 天
reading_option-exclusive = 不包括第 30 天
reading_option-rolls_forward = 顺延至下一工作日
reading_option-no_roll = 不顺延
reading_option-last_of_month = 以月末日为准
reading_option-first_of_next_month = 以次月一日为准
reading_option-first_documented_claim = 首次有记录的报修
reading_option-receipt = 中心签收
reading_option-later = 较晚的日期
reading_option-voucher = 凭证日期
reading_option-both_needed = 缺一不可
reading_option-only_lacking_both = 两者均缺才排除
reading_option-exchange_too = 也不换货
reading_option-return_only = 只排除退货
reading_option-outside_policy = 不适用整个政策
reading_option-no_return_or_exchange = 只排除退货和换货
reading_option-repaired_item = 被维修或更换的部分
reading_option-whole_product = 始终为整个产品
reading_option-completion = 维修后的交付
reading_option-never_restart = 不重新起算
reading_option-restart = 重新起算
reading_option-condition = 可以补足的条件
reading_option-refusal = 拒绝的理由
reading_option-company_decides = 由公司决定
reading_option-person_decides = 由人决定
reading_option-customer_pays = 由客户承担
reading_option-must_have_caused = 须为故障原因
reading_option-fact_excludes = 有此事实即排除
reading_option-each_by_its_cause = 各按其因
reading_option-all_paid = 全部有偿
reading_option-needs_contract = 以合同为准
reading_option-alternative_months = 政策包中的备选月数
reading_option-claimed_as_such = 以备件名义报修的
reading_option-any_inner_part = 任何内部零件
reading_option-table_values = 按表中数值

pack-laws = 其他法律
pack-laws-hint = 仅提示复核，不改变结果
pack-law-who = 保护对象
pack-law-within = 期限
pack-law-confidence = 把握程度
pack-law-countries = 国家
pack-law-anyone = 所有购买者
pack-law-any_way = 不限购买方式
pack-law-no_limit = 无期限
pack-law-not-in-force = 目前不适用
confidence-low = 低
confidence-medium = 中
confidence-high = 高
pack-signed-key = 签名密钥
pack-set_aside = 已安装但未采用的政策包
pack_check-fits = 本身无误，与现行政策包并列也无误；未核对签名。
pack_check-beside = 本身无误，但与现行政策包并列会被拒绝：{ $detail }。
pack-overtaken = 程序自带的政策包同样新或更新，没有遗漏。
pack-missed = 请索取更正后的政策包；在此之前沿用较早的版本。

## 政策包对比

compare-open = 对比
compare-title = 政策包对比
compare-sub = 两个政策包在哪些情形下结果不同。不安装，也不保存。
compare-choose = 对比的政策包
compare-file = 文件…
compare-file-label = 政策包文件
compare-file-choose = 选择政策包文件
compare-file-hint = 也可拖到这里；只读取，不安装
compare-nothing = 请选择第二个政策包
compare-nothing-hint = 可选本机的另一政策包，或尚未安装的文件。
compare-working = 正在对比……
compare-regions = 报修情形
compare-entries = 政策包条目
compare-entry = 条目
