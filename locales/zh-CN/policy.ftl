### 判定与政策包相关界面的文字(判定面板本身除外):事实及其取值、两次判定之间的差异、试算、工单的判定历史、政策包查看。
### 保障方式、结果和条款标题在 verdict.ftl。

## 事实的取值(字段本身没有文字的)

fact-unsaid = 未说明
fact_value-empty_findings = 未见故障
fact_value-days = { $count } 天
fact_value-months = { $count } 个月
fact_value-repairs = { $count } 次
serial_label-readable = 清晰
serial_label-unreadable = 无法辨认
serial_label-absent = 没有
scope-product = 本机,保内
scope-part_same = 本备件,保内
scope-part_other = 其他部件
scope-paid = 有偿维修
counting-cn = 遇中国休息日顺延
counting-plain = 遇休息日不顺延
buyer-consumer = 消费者
buyer-business = 企业
purchase_channel-shop = 门店
purchase_channel-dealer = 经销商
purchase_channel-online = 线上
purchase_channel-contract = 合同采购

fact_source-intake = 来自收件受理
fact_source-receipt = 签收日期(没有更早的报修记录)
fact_source-register = 来自出厂销售台账

## 差异

verdict-until = 至
change-arrow = 变为
change-none = 没有差异。
change-facts = 事实
change-cover = 质保到期
change-pack = 适用另一政策包:{ $before } 变为 { $after }
change-calendar = 休息日采用了另一日历。
change-same-outcome = 结果不变:{ $what }
change-last_day = 最后一日
change-needs = 待确认事项

## 试算

what_if-open = 假如…
what_if-title = 试算
what_if-mark = 试算,不作为判定依据
what_if-explain = 此处内容不保存、不打印。按 Esc 离开。
what_if-dates = 日期
what_if-source = 购买日期取自
what_if-source-both = 两者
what_if-source-voucher = 凭证
what_if-source-contract = 合同
what_if-source-note = 两个日期以哪个为准,见解读 7。
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
what_if-put-back = 恢复:{ $fact }
what_if-other-pack = 该记录按政策包 { $recorded } 作出;此处前后均按 { $now }。
what_if-basis = 假如情形的依据

## 判定历史

history-title = 历次判定
history-hint = 仅供查阅,不可更改
history-first = 首次判定
history-open = 查看 { $at } 的判定
history-record-title = { $at } 的判定
history-record-mark = { $at } 的记录,不可更改。
history-made-by = { $actor }
history-nobody = 未记录
history-current = 最新
history-older = 较早
history-newer = 较新
history-no-older = 这是首次判定
history-no-newer = 这是最新判定
history-pack = { $id } { $version }
history-changed = 与前一次相比
