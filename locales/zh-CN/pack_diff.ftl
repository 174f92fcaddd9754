# 两个政策包的裁定差异，命令行与窗口用语相同。救济、结论和待补事项见 verdict.ftl；销售类型、判定与证据沿用各自界面的用语。

pack_diff-claims = { $changed ->
    [0] 两个政策包对全部 { $claims } 类完整申请的裁定一致。
   *[other] { $claims } 类完整申请中有 { $changed } 类裁定不同：
}
pack_diff-tickets = 已复核 { $checked } 张工单：{ $changed ->
    [0] 裁定均不变
   *[other] { $changed } 张裁定不同
}{ $outside ->
    [0] 。
   *[other] ；{ $outside } 张的购买日期不在第二个政策包的有效期内，仍按原政策。
}
pack_diff-product_class = 产品
pack_diff-claim_object = 报修对象
pack_diff-claim_day = 报修时间（自购买起）
pack_diff-sale = 销售类型
pack_diff-findings = 判定
pack_diff-wanting = 证据
pack_diff-accessories = 附件齐全
pack_diff-consent = 已同意寄回
pack_diff-situation = 情形
pack_diff-true = 是
pack_diff-false = 否
pack_diff-none_of = 除{ $values }以外
pack_diff-days-before = 早于购买日
pack_diff-days-any = 任何一天
pack_diff-days-to = { $up_to }以内
pack_diff-days-from = { $after }以后
pack_diff-days-from-to = { $after }以后、{ $up_to }以内
pack_diff-cut-purchase = 购买当日
pack_diff-cut-days = { $count } 天
pack_diff-cut-months = { $count } 个月
contract_term-special_price_return = 合同约定可退换
contract_term-unit_months = 合同约定整机质保期
contract_term-covers_borrowed = 合同将借用产品纳入质保
sale_kind-contract_unseen = 未见合同
finding-none = 未发现故障
finding-consumable_defect = 已证实耗材缺陷
wanting-nothing = 证据齐全
situation-ordinary = 日期无特殊情形，无先前维修
situation-rest_day = 最后一日之后的休息日报修
situation-short_month = 购买日在到期月没有对应日
situation-two_dates = 凭证日期比合同早五天
situation-other_part_repaired = 十天前修过其他部件
situation-unit_repaired = 十天前维修或更换过整机
situation-tail_over = 上次维修比两者中较短的期限（2.2）早一天
