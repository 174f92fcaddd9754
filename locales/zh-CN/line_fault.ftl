### 一行事实或收件数据被拒绝的原因，写给提供数据的人。编号见 crates/app/src/line_fault.rs；字段名与代码照原样写出。

# Which line and field, before what is wrong.
line_fault-at = { $place }：{ $fault }

line_fault-not_json = 不是 JSON 对象：第 { $line } 行第 { $column } 列
line_fault-not_utf8 = 不是 UTF-8 文本
line_fault-unknown_field = 没有这个字段，可用字段：{ $known }
line_fault-twice = 这一行中该字段出现了两次
line_fault-unknown_code = 没有这个代码，可用代码：{ $known }
line_fault-unknown_country = 应为国家的两个大写字母（ISO 3166）
line_fault-bad_date = 不是 9800 年以前的日期，应写作 YYYY-MM-DD
line_fault-out_of_range = 应为 0 至 { $most } 的整数
line_fault-missing_field = 必须填写
line_fault-wrong_type = 应为{ $expected ->
    [object] 对象
    [list] 列表
    [code] 代码
    [number] 整数
    [yes_or_no] “是”或“否”（true 或 false）
    [date] 日期，写作 YYYY-MM-DD
    [country] 国家代码
   *[text] 文本
}
