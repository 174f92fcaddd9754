### What a customer reads on the turned screen: two sentences, in both languages at once. No clause numbers, no words of
### the trade, nothing promised that the determination does not grant, nothing refused that a person has still to decide.
### Dates come in words (date-long).

## The screen

customer-title = 给客户看
customer-open = 给客户看
customer-close = 返回
customer-as-of = 截至{ $today }
customer-note = 以上均为初步判定，以检测结论为准；法律和您的购销合同另有规定的，从其规定。

## Remedies in people's words

customer-remedy-refund = 退货
customer-remedy-exchange = 换货
customer-remedy-free_repair = 免费维修
customer-list = { $items }、{ $next }
customer-or = { $items }或{ $next }

## The first sentence: where the claim stands

customer-in_time = 截至{ $today }，您的报修在期限内：可享受{ $remedies }。
customer-in_warranty = 截至{ $today }，您的产品在保修期内：产品自身故障，我们免费维修。
customer-in_time_open = 截至{ $today }，您的报修在期限内。
customer-undecided = 您可享受哪些服务，目前还不能确定。
customer-colleague_decides = 您的申请将由同事裁定，并告知您结果。
customer-no_fault = 经检测未见异常：无需维修。
customer-ended = 该产品的保修期已于{ $day }届满。
customer-ended_undated = 该产品的保修期已届满。
customer-not_covered = 按检测结论，该故障不在保修范围内。
customer-own_agreement = 该产品按专门约定提供，不适用我们的售后服务承诺。
customer-given = 我们已作出有利于您的决定：可为您办理{ $remedies }。
customer-refused = 经审核，我们无法为您办理{ $remedies }。

## The second sentence: what stays, what is missing, what comes next

customer-report_within = 您的报修日在相应期限内，该期限至{ $day }。
customer-reported_earlier = 如果您在{ $day }或之前已报修，请告诉我们：您可能可享受{ $remedies }。
customer-covered_to = 保修期至{ $day }。
customer-carried_out = 完成后我们会通知您。
customer-given_choose = 请告诉我们您选择哪一项。
customer-given_also = 此外，您还有权要求{ $remedies }。
customer-stays_wait = 在{ $what }期间，您{ $remedies }的权利不受影响。
customer-stays_bring = 您{ $remedies }的权利不受影响；请提供{ $what }。
customer-nothing_refused_wait = 并非拒绝：我们先{ $what }。
customer-nothing_refused_bring = 并非拒绝；请提供{ $what }。
customer-still_decides = 关于{ $remedies }，将由同事裁定并告知您。
customer-until_then = 在此之前，不会拒绝您的申请，也不会收费。
customer-papers_help = 如您还能提供{ $what }，请交给我们：结果可能因此改变。
customer-rest_paid = 不属于产品自身故障的部分，须您同意价格后才维修。
customer-paid_offer = 如您需要，可付费维修；须您同意价格后才进行。
customer-colleague_about_return = 是否接受寄回由同事决定，并告知您。
customer-no_charge_unasked = 未经您同意，不会维修，也不会收费。
customer-separate_offer = 我们可另行为您报价维修。

## A unit of the company's own: nobody has a claim, nothing is promised and nothing refused

customer-internal = 该设备属本公司所有，按内部单处理。
customer-internal_next = 不向任何人收费；如何处理，以检测结论为准。
customer-internal-note = 以上均为初步判定，以检测结论为准。

## What is missing and who brings it: what we ask the customer for

customer-bring-accessories = 原装附件
customer-bring-authorised_source = 能说明购买渠道的凭据
customer-bring-contract = 购销合同
customer-bring-dates = 首次报修的日期
customer-bring-purchase_date = 购买日期
customer-bring-purchase_proof = 发票或收据
customer-bring-warranty_certificate = 质保凭证

## What is missing and who brings it: what we do

customer-wait-claim_object = 确认送修的是整机还是部件
customer-wait-consent = 审核退回申请
customer-wait-consumable_defect = 检验易损件
customer-wait-diagnosis = 检测故障
customer-wait-product_class = 确认产品类别
customer-wait-review = 复核
customer-wait-sale_kind = 核实销售方式
customer-wait-serial_label = 核实产品身份
customer-wait-serial_match = 核对序列号
