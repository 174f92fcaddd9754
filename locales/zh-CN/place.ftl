# 位置：每台机件在哪里、由谁持有。

place-places = 位置
places-sub = 先扫位置，再扫机件：每扫一台即移到该位置。
places-list = 使用中的位置
places-add = 添加位置
places-change = 更改 { $code }
places-change-short = 更改
places-save = 保存
places-saved = 已保存位置 { $code }。
places-units = { $count ->
    [0] 空
   *[other] { $count } 台
}
places-here = { $code } 的机件
places-none-here = 此处没有机件
places-none-here-why = 扫描机件即可放到此处。
places-choose = 请先扫描或选择一个位置
places-no-shelf = 还没有货架
places-no-shelf-why = 按标签上的编号添加各货架；标签页可由本程序打印。
places-moved-list = 本次扫描
places-line-moved = { $unit } 已从 { $from } 移到 { $to }
places-line-came = { $unit } 已放到 { $to }
places-line-there = { $unit } 已在 { $to }
places-line-unknown = { $text } 没有未结工单；未移动任何机件
places-line-refused = { $text }：{ $why }
places-line-first = { $text } 未移动：请先扫描位置
places-line-undone = { $unit } 已移回 { $to }
places-undo = 撤销上一次移动
places-in-use = 使用中
places-out-of-use = 已停用
place_kind-dock = 收货区
place_kind-shelf = 货架
place_kind-bench = 工作台
place_kind-factory = 返厂
place_kind-courier = 快递途中
place_kind-customer = 已交客户
field-place_code_new = 标签上的编号
field-place_name = 名称
field-place_kind = 种类
field-place_code = 位置
field-from_code = 原位置
field-holder_name = 持有人
timeline-ticket-move = 移动
column-place = 位置
fact-place = 位置
fact-holder = 持有人
fact-nobody = 无人
place-since = 自 { $when }
custody-take = 在我手上
custody-taken = { $count ->
    [1] { $unit } 已登记由您持有。
   *[other] 已登记由您持有 { $count } 台。
}
filter-mine = 我的
bench-mine = 我的
bench-mine-hint = 由您持有，离第 20 日最近的在前

# 盘点。

stocktake-title = 盘点
stocktake-of = 盘点：{ $what }
stocktake-centre = 全中心
stocktake-start = 盘点全中心
stocktake-start-place = 盘点 { $code }
stocktake-open = 有一次盘点正在进行
stocktake-go-on = 继续盘点
stocktake-sub = { $who } 于 { $when } 开始。每次扫描即时保存。
stocktake-scan-place = 先扫货架，再扫架上的机件。当前位置：{ $code }。
stocktake-scan-any = 先扫货架，再扫架上的机件。
stocktake-finish = 完成
stocktake-drop = 放弃
stocktake-drop-explain = 已扫描的内容不再保留；没有机件因此移动。
stocktake-finished = 盘点已记录。
stocktake-dropped = 已放弃盘点。
stocktake-found = 在位
stocktake-missing = 缺少
stocktake-unexpected = 位置不符
stocktake-unknown = 未知
stocktake-missing-hint = 应在此处，未扫到
stocktake-unexpected-hint = 在此扫到，记录在别处
stocktake-unknown-hint = 没有未结工单
stocktake-none = 无
stocktake-move = 移到 { $code }
stocktake-move-all = 全部移到扫描处
stocktake-unseen = 已 { $days } 个工作日未见
stocktake-unscan = { $code } 误扫
stocktake-unscan-short = 误扫
stocktake-said-found = { $code }：在位
stocktake-said-unexpected = { $code }：位置不符，记录在 { $from }
stocktake-said-unknown = { $code }：未知，没有未结工单
stocktake-which = 缺少哪些
stocktake-earlier = 已完成的盘点
stocktake-figures = 在位 { $found }，缺少 { $missing }，位置不符 { $unexpected }，未知 { $unknown }

places-scan = 扫描或输入
places-column-units = 台数
places-code-needed = 请填写编号
tickets-none-mine = 没有由您持有的机件
