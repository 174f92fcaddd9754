# 到货包裹：签收、逐台取出、与发件方核对差异。

place-consignment = 到货包裹
key-receive-parcel = 签收包裹
consignment-title = 到货包裹 { $waybill }
consignment-no_waybill = 无运单
consignments-search = 运单、发件方或经销商
consignments-filter = 显示哪些包裹
consignments-open = 未结
consignments-all = 全部
consignments-none = 没有未结的包裹
consignments-none-hint = 扫描包裹上的运单，或按 F4。签收之日起，其中每台产品即开始计时。
consignments-not-found = 没有符合的包裹

column-waybill = 运单
column-carrier = 承运商
column-sender = 发件方
column-units = 产品

carrier-sf = 顺丰速运
carrier-jd = 京东物流
carrier-yto = 圆通速递
carrier-zto = 中通快递
carrier-sto = 申通快递
carrier-yunda = 韵达快递
carrier-jt = 极兔速递
carrier-ems = 邮政、EMS
carrier-deppon = 德邦快递
carrier-ups = UPS
carrier-fedex = FedEx
carrier-dhl = DHL
carrier-other = 其他承运商

# 签收
parcel-receive-title = 签收包裹
parcel-receive-explain = 签收之日为其中每台产品的第 0 天，无论是否已拆开。
parcel-receive = 签收
parcel-is-serial = { $serial } 是序列号
parcel-shape = 单号形式像{ $carrier }
parcel-received = 包裹已签收，开始计时。请扫描其中的产品。
parcel-known = 该包裹此前已签收。
field-waybill = 运单号
field-carrier = 承运商
field-parcel-received_on = 签收日期
field-cartons_announced = 单据箱数
field-cartons_counted = 实收箱数
field-units_announced = 通知台数
field-freight = 运费
field-freight-amount = 金额
field-freight-currency = 币种
field-carton-damage = 外箱破损
field-parcel-note = 备注
freight-unasked = 未询问
freight-prepaid = 发件方已付
freight-collect = 我方到付
parcel-number-needed = 请填整数
parcel-amount-needed = 请填金额，如 23.50

# 拆包受理
consignment-progress = 已受理 { $received } / { $all }
consignment-progress-open = 已受理 { $received } 台
consignment-here = 已取出 { $here } / { $all }
consignment-day = { $date } 签收，第 { $day } 个工作日
consignment-lines = 包裹内的产品
consignment-lines-none = 发件方未通知清单，也尚未取出产品。请扫描第一台。
consignment-lines-none-yet = 已通知 { $announced } 台，未附清单。请扫描第一台。
consignment-scan = 下一台的序列号
consignment-scan-hint = 扫描，或输入后按回车
consignment-unreadable = 序列号不可读
line-awaited = 待取出
line-here = 已取出
line-short = 缺少
line-extra = 清单外
line-received = 已受理
line-begun = 受理中
line-damaged = 破损
line-no-serial = 尚无序列号
line-open = 打开 { $rma }
line-go-on = 继续 { $serial }

unit-at-hand = 当前产品
unit-at-hand-none = 请扫描包裹内的产品。各台相同的内容只在下方填写一次。
unit-extra = { $serial } 不在发件方清单中，记为清单外。
unit-again = { $serial } 已扫描过，继续其受理。
unit-received-before = { $serial } 已受理，单号 { $rma }。
unit-put-back = 放回包裹
unit-put-back-done = 已放回，其受理草稿已收起。
unit-checked-in = { $serial } 已受理，单号 { $rma }。请扫描下一台。
unit-check-in = 受理
field-transit-damage = 运输损坏
field-transit-damage-hint = 完好则留空
unit-from-parcel = 取自包裹
unit-more = 取自包裹与台账的内容
unit-more-summary = { $date } 收件，{ $customer }

shared-title = 各台相同的内容
shared-explain = 只问一次；此后扫描的每台产品都带上。
shared-unset = 尚未填写
shared-save = 用于后续各台
shared-saved = 此后扫描的产品都会带上。

parcel-labels = 机器标签
parcel-labels-key = 打印全部标签
parcel-labels-none = 尚无已受理的机器
parcel-labels-print = 打印全部 { $count } 张标签
announce-title = 发件方通知
announce-list = 发件方清单
announce-hint = 每行一台：序列号，型号；或 NV-640 x 10。扫描的号码会加入其中。
announce-save = 加入清单
announce-awaited = 已通知、尚未到的
announce-take-off = 从清单移除 { $line }
announce-taken-off = { $line } 已从清单移除。
announce-saved = 清单共 { $count } 台。
announce-summary = { $count ->
    [0] 无
   *[other] { $count } 台
}
parcel-card = 包裹、箱数与运费
parcel-card-save = 保存包裹
parcel-card-saved = 包裹已更正。
parcel-photos = 包裹照片
parcel-photos-count =
    { $count ->
        [0] 暂无
       *[other] { $count } 个文件
    }
parcel-history = 历史记录

# 结清
consignment-close = 结清包裹
consignment-close-title = 结清该包裹？
consignment-close-even = 全部相符：无缺少、无清单外、无破损。
consignment-close-unannounced = 未预报数量，无从核对；未发现损坏。
consignment-close-unopened = { $count } 台已取出而未受理，仍计入工作台。
consignment-close-empty = 尚未取出任何产品。
consignment-close-anyway = 仍要结清
consignment-closed = 包裹已结清。
consignment-is-closed = { $at } 结清
consignment-reopen = 重新打开
consignment-differences = 致发件方
consignment-copy = 复制清单
consignment-copied = 已复制。
differences-comma = 、
differences-head = 包裹 { $waybill }，{ $date } 签收：收到 { $here } 台。
differences-head-announced = 包裹 { $waybill }，{ $date } 签收：通知 { $announced } 台，收到 { $here } 台。
differences-cartons = 箱数：单据 { $announced } 箱，实收 { $counted } 箱。
differences-carton-damage = 外箱破损：{ $damage }
differences-short = 缺少：{ $units }
differences-short-count = 缺少：{ $count } 台
differences-extra = 清单外：{ $units }
differences-extra-count = 多于通知：{ $count } 台
differences-damaged = 运输损坏：{ $units }
form-parcels = 合并回执
form-differences = 到货差异单
consignment-print-differences = 打印差异单
consignment-receipt = 合并回执

# 工作台
bench-parcels = 未结包裹
bench-parcels-hint = 其中产品已在计时
count-waiting = 在库未受理
conflict-consignment = 收件日期：包裹于 { $consignment } 签收，而受理单填为 { $intake }
scan-parcel-closed = 该包裹已结清。如需继续取出产品，请重新打开。

timeline-consignment-receive = 包裹签收
timeline-consignment-amend = 包裹更正
timeline-consignment-announce = 发件方通知
timeline-consignment-share = 填写各台相同的内容
timeline-consignment-line = 包裹内产品
timeline-consignment-line_remove = 产品放回
timeline-consignment-close = 包裹结清
timeline-consignment-reopen = 包裹重新打开
