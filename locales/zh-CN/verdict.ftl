### 质保判定：保障方式、结果、待确认事项、条款和依据。消息编号为“种类-代码”，代码出自判定引擎
### （crates/eligibility/src/message.rs 列出全部）。日期写作 2026-03-09。

## 保障方式与结果

remedy-refund = 退货
remedy-exchange = 换货
remedy-free_repair = 保内维修
remedy-paid_repair = 保外维修

outcome-granted = 可享受
outcome-denied = 不适用
outcome-needs = 待确认
# 有偿维修不成立：客户无需付费。
outcome-not_needed = 无需
# No fault was found: no repair, in warranty or out of it.
outcome-nothing_to_repair = 无需维修
# 不适用的结论取决于尚未签署的解读时，写在旁边。
outcome-unsigned = 暂定：须由质保审核员裁定

effect-for = 支持
effect-against = 不支持
effect-open = 待定

## 待确认事项

need-accessories = 随机附件
need-authorised_source = 供货渠道
need-claim_object = 整机或备件
need-consent = 寄回同意
need-consumable_defect = 耗材缺陷
need-contract = 购销合同
need-dates = 日期
need-diagnosis = 检测结论
need-product_class = 产品类别
need-purchase_date = 购买日期
need-purchase_proof = 发票或收据
need-review = 质保审核员裁定
need-sale_kind = 销售类型
need-serial_label = 序列号标签
need-serial_match = 序列号核对
need-warranty_certificate = 质保凭证

ask-accessories = 原配随机附件是否齐全？
ask-authorised_source = 产品是否来自授权渠道？
ask-claim_object = 报修的是整机，还是单独的备件或随机附件？
ask-consent = 寄回之前是否经我司同意？
ask-consumable_defect = 耗材的材料或工艺缺陷是否已证实？
ask-contract = 购销合同对质保如何约定？
ask-dates = 客户最早哪一天报修？请与购买日期核对。
ask-diagnosis = 故障是什么，由什么原因引起？
ask-product_class = 是整机、机芯还是探测器？
ask-purchase_date = 何时购买（凭证日期或合同日期）？
ask-purchase_proof = 能否出示原始发票或收据？
ask-review = 质保审核员如何裁定？
ask-sale_kind = 销售类型：正常、特价、特价样机还是借用？
ask-serial_label = 序列号标签是清晰、无法辨认还是没有？
ask-serial_match = 实物、质保凭证与出厂销售台账的型号和序列号是否一致？
ask-warranty_certificate = 能否出示质保凭证？

## 条款短标题

clause-0 = 以合同为准
clause-1_1 = 保修范围
clause-1_2 = 保内不收费
clause-2_1 = 质保期自购买之日起
clause-2_2 = 维修后至少三个月
clause-2_T = 质保期限
clause-2_N1 = 购买日期的认定
clause-2_N2 = 借用产品
clause-3_1 = 维修
clause-3_2 = 30 天内换货
clause-3_3 = 7 天内退货
clause-3_3_N = 特价产品与特价样机
clause-4_1 = 24 小时内答复
clause-4_2 = 报修流程
clause-5_1 = 超过质保期
clause-5_2 = 误用、意外、环境
clause-5_3 = 第三方产品或服务
clause-5_4 = 正常磨损
clause-5_5 = 运行正常
clause-5_6 = 客户改动软件
clause-5_7 = 耗材
clause-5_8a = 无质保凭证
clause-5_8b = 无发票或收据
clause-5_8c = 序列号标签被改动或无法辨认
clause-5_8d = 无序列号
clause-5_8e = 型号或序列号不符
clause-5_9 = 违反说明书使用
clause-5_10 = 外观与完整性
clause-5_11 = 未经授权的维修
clause-5_12 = 未经授权的渠道
clause-CC201 = 开始的当日不计入
clause-CC202 = 按月计算的期间
clause-CC203 = 最后一日遇休息日
clause-CC204 = 计算方法可约定
clause-CC498 = 作不利于条款提供方的解释
clause-CC1259 = “以内”包括本数

## 依据：销售与日期

# $kind:special_price、prototype_special_price 或 borrowed。
ground-sale_outside =
    { $kind ->
        [borrowed] 借用产品不在质保政策范围内，可另行报价。
       *[other] 特价样机不适用质保政策，可另行报价。
    }
ground-sale_no_return =
    { $kind ->
        [special_price] 特价产品不享受退货和换货。
        [borrowed] 借用产品不享受退货和换货。
       *[other] 特价样机不享受退货和换货。
    }
ground-sale_lifted =
    { $kind ->
        [special_price] 虽为特价产品，但合同约定可退换货。
        [borrowed] 虽为借用产品，但合同约定适用质保政策。
       *[other] 虽为特价样机，但合同约定了质保期。
    }
# $kind：销售类型；无论哪种都不影响结果时为 unknown。
ground-sale_in_policy =
    { $kind ->
        [normal] 正常销售，完全适用售后服务承诺。
        [special_price] 特价产品，维修适用售后服务承诺。
        [borrowed] 借用产品，维修适用售后服务承诺。
        [prototype_special_price] 特价样机，维修适用售后服务承诺。
       *[unknown] 无论销售类型如何，按合同均适用售后服务承诺。
    }
ground-purchase_dates_differ = 购买凭证日期（{ $voucher }）与合同日期（{ $contract }）不一致，取 { $taken }。
ground-period_from_contract = 合同约定期限自 { $starts_on } 起算。
ground-claim_date_missing = 缺少报修日期。
ground-claim_before_purchase = 报修日期（{ $claimed }）早于购买日期（{ $purchased }），其中一个有误。
ground-dates_in_order = 报修日期（{ $claimed }）不早于购买日期。

## 依据：期限

ground-in_tail = 因此前的维修，质保延续至 { $last_covered_day }。
ground-in_warranty = 在质保期内，质保至 { $last_covered_day }。
ground-in_warranty_anyway = 无论未知事项如何，均在质保期内。
ground-warranty_over = 质保期已于 { $last_covered_day } 届满。
ground-warranty_over_anyway = 按报修日计，无论其他未知事项如何，质保期均已届满。
ground-period_blank = 探测器备件的质保期未注明，以购销合同为准。
ground-warranty_not_over = 无论未知事项如何，质保期均未届满。
ground-refund_window_open = 可在 { $last_day } 前（含当日）退货。
ground-refund_window_over = 退货期限至 { $last_day }，已过。
ground-exchange_window_open = 可在 { $last_day } 前（含当日）换货。
ground-exchange_window_over = 换货期限至 { $last_day }，已过。
ground-last_day_rolled = { $nominal } 为休息日，最后一日顺延至 { $last_day }。

## 依据：检测结论

ground-product_fault = 故障由产品自身原因造成。
ground-consumable_defect_proven = 耗材因已证实的材料或工艺缺陷失效，视同产品自身故障。
ground-findings_contradict = 产品故障与“运行正常”或“在规格范围内”相矛盾，视为尚未检测。
ground-no_fault_found = 已检测：报修范围内没有故障。
ground-misuse_or_environment = 由误用、意外、环境或电涌造成。
ground-third_party = 由第三方产品、软件或服务造成。
ground-normal_wear = 属正常褪色、磨损或消耗。
ground-operates_normally = 产品运行正常（未见异常）。
ground-customer_software_change = 由客户自行改动软件造成。
ground-consumable = 耗材正常消耗，未证实有缺陷。
ground-against_manual = 未按说明书和操作手册使用。
ground-appearance = 仅涉及外观或完整性。
ground-unauthorised_repair = 由未经授权的拆卸、维修或安装造成。
ground-within_specification = 在标准性能参数范围内，不影响正常使用。

## 依据：凭证与条件

ground-no_warranty_certificate = 不能出示有效的质保凭证。
ground-no_purchase_proof = 不能出示有效的发票或收据。
ground-serial_unreadable = 序列号标签被改动或无法辨认。
ground-serial_absent = 产品没有序列号。
ground-serial_differs = 实物、质保凭证与台账的型号或序列号不一致。
ground-source_not_authorised = 来源于未经授权的供货渠道。
ground-certificate_produced = 已出示质保凭证。
ground-proof_produced = 已出示原始发票或收据。
ground-serial_readable = 序列号标签清晰。
ground-serial_agrees = 实物、质保凭证与台账的型号和序列号一致。
ground-source_authorised = 来源于授权供货渠道。
ground-consent_given = 寄回经我司同意。
ground-consent_refused = 未经我司同意寄回，不予受理。
ground-sent_without_consent = 未经我司同意寄回，是否受理由公司决定。
ground-accessories_incomplete = 原配随机附件不全，可补寄。
ground-accessories_there = 原配随机附件齐全。
ground-accessories_refused = 原配随机附件不全，不予退货和换货。
ground-user_caused_review = 产品自身故障之外另有人为故障，能否换货由质保审核员裁定。

## 依据：维修结论

ground-free_repair_due = 免费维修。
ground-paid_repair_due = 维修收费，须先与客户商定费用。
ground-nothing_to_repair = 没有需要维修的故障；另做的检测等工作收费，须先与客户商定费用。
ground-nothing_to_pay = 没有需要收费的维修。
ground-fee_agreed = 合同约定保内收取费用，仅收该项费用，请在维修工单上注明。

## 依据：尚未确认

ground-open_accessories = 待确认：原配随机附件是否齐全。
ground-open_authorised_source = 待确认：供货渠道是否经授权。
ground-open_claim_object = 待确认：报修的是整机还是备件。
ground-open_consent = 待确认：寄回是否经我司同意。
ground-open_consumable_defect = 待确认：耗材是否有已证实的缺陷。
ground-open_contract = 待确认：购销合同的约定。
ground-open_dates = 待确认：购买日期和报修日期。
ground-open_diagnosis = 待确认：故障及其原因。
ground-open_product_class = 待确认：产品类别。
ground-open_purchase_date = 待确认：购买日期。
ground-open_purchase_proof = 待确认：能否出示发票或收据。
ground-open_review = 待确认：质保审核员的裁定。
ground-open_sale_kind = 待确认：销售类型。
ground-open_serial_label = 待确认：序列号标签的状态。
ground-open_serial_match = 待确认：实物、质保凭证与台账是否一致。
ground-open_warranty_certificate = 待确认：能否出示质保凭证。

## 如有不同：句中代入所补事项（if-）、保障方式代码、最后一日和待确认事项

if-accessories = 补齐原配随机附件
if-authorised_source = 证实来自授权渠道
if-consent = 我司同意寄回
if-consumable_defect = 证实耗材有缺陷
if-diagnosis = 确认为产品自身故障
if-purchase_proof = 出示发票或收据
if-sale_kind = 确认为正常销售
if-serial_label = 序列号标签清晰
if-serial_match = 型号和序列号核对一致
if-warranty_certificate = 出示质保凭证
if-both = { $one }并{ $other }

counterfactual-earlier =
    { $remedy ->
        [refund] 如在 { $last_day } 前（含当日）报修，本可退货。
        [exchange] 如在 { $last_day } 前（含当日）报修，本可换货。
       *[free_repair] 如在 { $last_day } 前（含当日）报修，本可保内维修。
    }
counterfactual-repair_shown = 如证实此前的保内维修在报修前 2.2 条所定月数内完成，可保内维修。
counterfactual-granted =
    { $remedy ->
        [refund] 如{ $supplied }，可退货。
        [exchange] 如{ $supplied }，可换货。
       *[free_repair] 如{ $supplied }，可保内维修。
    }
counterfactual-granted_until =
    { $remedy ->
        [refund] 如{ $supplied }，可退货，至 { $last_day }。
        [exchange] 如{ $supplied }，可换货，至 { $last_day }。
       *[free_repair] 如{ $supplied }，可保内维修，至 { $last_day }。
    }
counterfactual-needs =
    { $remedy ->
        [refund] 如{ $supplied }，退货待确认（{ $needs }）。
        [exchange] 如{ $supplied }，换货待确认（{ $needs }）。
       *[free_repair] 如{ $supplied }，保内维修待确认（{ $needs }）。
    }

## 事实的名称和内容

fact-product_class = 产品类别
fact-claim_object = 报修对象
fact-purchase_voucher_date = 购买凭证日期
fact-purchase_contract_date = 购销合同日期
fact-claim_date = 报修日期
fact-sale_kind = 销售类型
fact-contract = 购销合同
fact-contract_unit_months = 合同：整机质保月数
fact-contract_part_months = 合同：备件质保月数
fact-contract_return_days = 合同：退货天数
fact-contract_exchange_days = 合同：换货天数
fact-contract_period_starts_on = 合同：起算日
fact-contract_special_price_return = 合同：特价仍可退换
fact-contract_covers_borrowed = 合同：借用产品适用质保
fact-contract_fee_inside_warranty = 合同：保内收费
fact-findings = 检测结论
fact-consumable_defect = 耗材缺陷
fact-documents_warranty_certificate = 质保凭证
fact-documents_purchase_proof = 发票或收据
fact-serial_label = 序列号标签
fact-serial_matches = 序列号核对
fact-authorised_source = 授权渠道
fact-accessories_complete = 随机附件齐全
fact-return_consent = 同意寄回
fact-prior_repairs = 此前的维修
fact-counting = 最后一日的计算
fact-buyer = 购买人
fact-country = 国家或地区
fact-purchase_channel = 购买方式
fact-goods_received_on = 收货日期

value-yes = 是
value-no = 否
value-none = 无
value-seen = 已见
value-unavailable = 问过，无答复
value-not_stated = 未说明
value-terminal = 整机
value-module = 机芯
value-detector = 探测器
value-whole = 整台
value-part = 备件或随机附件
value-normal = 正常
value-special_price = 特价
value-prototype_special_price = 特价样机
value-borrowed = 借用
value-readable = 清晰
value-unreadable = 无法辨认
value-absent = 缺失
value-cn = 遇休息日顺延
value-plain = 遇休息日不顺延
value-product_fault = 产品自身故障
value-misuse_or_environment = 误用或环境
value-third_party = 第三方产品
value-normal_wear = 正常磨损
value-operates_normally = 未见异常
value-customer_software_change = 客户改动软件
value-consumable = 耗材
value-against_manual = 违反说明书使用
value-appearance = 外观
value-unauthorised_repair = 未经授权的维修
value-within_specification = 在规格范围内
value-product = 本机，保内
value-part_same = 本备件，保内
value-part_other = 其他项目，保内
value-paid = 保外

## 文字说明

explain-list = { $items }、{ $next }
explain-note = { $note }［{ $law }；把握程度：{ $confidence }］
explain-fact = { $name }：{ $value }
explain-remedy = { $remedy }：{ $outcome }
explain-repair = { $completed }（{ $scope }）
explain-until = 至 { $last_day }
explain-beside = 另有
explain-counterfactuals = 如有不同
explain-next = 下一步确认
explain-no_longer_matters = 已无关紧要
explain-assumptions = 前提
explain-notes = 其他法律，供审核
explain-readings = 取决于以下解读
explain-reading = 解读 { $number }（{ $remedies }；{ $level }）：{ $says }
explain-policy = 依据 { $id } { $version }

## 前提

assumption-contract_defaults = 未见到完整的购销合同，按表中数值判定。
assumption-prior_repair_left_out = 有一次此前的维修，完成日期或范围不明，未计入。
assumption-no_prior_repairs = 是否曾经维修无法查明，按没有维修判定。
assumption-rest_days_roll = 期限末日的计算方式无法查明，遇休息日顺延至下一工作日。

## 结果所取决的解读：短标题；内容见政策包

reading-1 = 第 5 条“免费保修维修”的含义
reading-2 = 7 天和 30 天从哪天算起
reading-3 = 第 30 天是否包括在内
reading-4 = 最后一日遇休息日
reading-5 = 到期月没有对应日
reading-6 = 以哪个事件为准
reading-7 = 凭证日期与合同日期不一致
reading-8 = 质保凭证“和”发票
reading-9 = 特价产品与 30 天换货
reading-10 = 特价样机与借用产品
reading-11 = 2.2 的三个月属于什么
reading-12 = 2.2 从何时起算
reading-13 = 换货后的期限
reading-14 = 随机附件不全
reading-15 = 未经同意寄回
reading-16 = 退回运费由谁承担
reading-17 = 是否须为故障原因
reading-18 = 产品故障与其他原因并存
reading-19 = 探测器备件
reading-20 = 什么算备件
reading-21 = 未见合同

## 其他法律的提示：仅供复核，不影响结果

note-prc_distance_return = 中国消费者远程购买：收货之日起 7 日内可能可以无理由退货，请复核。
note-prc_quality_return = 中国消费者收货 7 日内：质量不符合要求的可能可以退货，请复核。
note-prc_burden_of_proof = 中国消费者接受商品六个月内：耐用商品的瑕疵可能由经营者举证，请复核。
note-eu_conformity = 欧盟消费者，交付后两年内：销售者可能须对不符合约定负责，请复核。
note-eu_withdrawal = 欧盟消费者远程购买：收货后 14 日内可能可以撤回合同，请复核。
