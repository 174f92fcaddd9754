### 纸面用语：售后服务申请单、受理回执、机身标签。条款号指《售后服务承诺》。

## 各表共用

paper-rma = 返修授权号
paper-rma-receipt = 受理单号
paper-page = 第 { $page } 页，共 { $pages } 页
paper-printed = 打印 { $at } · { $station }
paper-qr-alt = 二维码：本单内容，可离线录入
paper-code128-alt = 条形码：{ $text }
paper-separator = 、
paper-yes = ✓
paper-by-hand = 请用正楷填写，日期写作 年-月-日

## 服务中心与公司联系方式

paper-centre = 服务中心
paper-centre-name = 名称
paper-ship-to = 寄修地址
paper-phone = 电话
paper-hours = 服务时间
paper-company = 公司联系方式
paper-company-china = 国内
paper-company-overseas = 海外
paper-company-email = 邮箱
paper-company-china-phone = 400 661 8812
paper-company-overseas-phone = +86-028-85355966
paper-company-email-address = JPNVision@votinfrared.com

## 客户

paper-customer = 客户
paper-name = 姓名或单位
paper-email = 邮箱
paper-address = 返还地址
paper-dealer = 经销商 / 寄件方

## 产品

paper-unit = 产品
paper-model = 型号
paper-class = 产品类别
paper-class-terminal = 整机
paper-class-module = 机芯
paper-class-detector = 探测器
paper-serial = 序列号
paper-condition = 外观状况
paper-received = 收件日期
paper-purchase-date = 凭证日期
paper-contract-date = 合同日期
paper-document-number = 凭证编号
paper-documents = 随件单证
paper-document-voucher = 发票或收据
paper-document-contract = 购销合同
paper-document-certificate = 质保凭证
paper-accessories = 随机附件
paper-state-missing = 无
paper-state-not_checked = 未查

## 故障

paper-fault = 故障
paper-symptom = 故障现象（出现条件、频率、提示信息）
paper-first-reported = 首次报修
paper-first-reported-to = 报修对象
paper-remote = 已做的远程诊断（3.1）
paper-none-recorded = 未记录

## 希望的处理

paper-wanted = 希望的处理

## 初步判定

paper-determination = 质保初步判定
paper-column-remedy = 处理方式
paper-column-outcome = 判定
paper-column-last-day = 最后一天
paper-column-missing = 尚待确认
paper-column-clauses = 条款
paper-preliminary = 本判定为初步判定，依据截至打印时已知的事实作出，以检测结论和质保审核为准；法律和购销合同另有规定的，从其规定（2.1）。
paper-claim-date = 按报修日 { $date } 判定
paper-received-date = 暂按收件日 { $date } 判定。如果在 { $by } 或之前已报修，请告知，结论可能改变。
paper-excluded-by = 不在保修范围：{ $clauses }
paper-outside-policy = 本产品不适用售后服务承诺
paper-calendar-provisional = 所涉日历尚未公布，日期为暂定
paper-policy = 政策包 { $pack } · { $hash }
paper-calendar = 日历 { $hash }
paper-staff-fills = 由服务中心填写
paper-not-yet-determined = 尚未判定

## 声明与签字

paper-declarations = 客户声明
paper-declare-true = 以上内容真实；本人有权送修该产品。
paper-declare-charge = 保外维修须先确定收费标准并与本人协商一致，方可进行（4.2）。
paper-declare-consent = 任何退回须事先取得本公司同意；未经同意寄回的，本公司可拒绝维修或更换，并将产品退还（3.3）。
paper-declare-accessories = 退货、换货须交回产品、原装附件及原购买凭证（3.2、3.3）；维修时随件附件按上列清单返还。
paper-declare-cycle = 维修周期为服务中心收到产品起至维修交付完成 10–20 个工作日，视备件情况而定；超出时另行沟通（3.1）。
paper-declare-backup = 检修可能清除产品内的照片、录像和设置，本人已自行备份。
paper-data-notice = 个人信息告知
paper-data-notice-text = 上列姓名、电话、邮箱和地址仅用于办理本次售后服务（联系、检测、维修、结算、返还），由服务中心记录并同步至公司总部，在法定及质保留存期满后删除。您可通过上列联系方式查询、更正或要求删除。{ $qr ->
    [with_customer] 二维码含受理内容及您的姓名和电话，请勿公开。
   *[without_customer] 二维码仅含受理内容，不含个人信息。
    [none] {""}
 }
paper-signatures = 签字
paper-sign-customer = 客户（或其代理人）签字
paper-sign-staff = 服务中心经办人签字
paper-sign-date = 日期

## 售后服务申请单

paper-application-title = 售后服务申请单
paper-application-enclose = 请签字后随产品一并寄至下列寄修地址（4.2）

## 受理回执

paper-receipt-title = 受理回执
paper-receipt-keep = 请妥善保管，凭本回执查询进度和取机
paper-receipt-cycle = 维修周期
paper-receipt-target = 第 10 个工作日
paper-receipt-limit = 第 20 个工作日
paper-receipt-remedies = 仍可选择的处理方式
paper-receipt-no-remedy = 无
paper-receipt-note = 周期自收到产品的次一工作日起算；保外维修须先与您确认收费（4.2）；超出第 20 个工作日时我们会与您沟通（3.1）。

## 机身标签

paper-label-title = 机身标签
paper-label-serial-tail = 序列号末四位

## 客户留存联

paper-slip-title = 取机凭证
paper-slip-keep = 请保留此联，凭此取机
paper-slip-cut = 沿此线剪下
paper-slip-accessories = 随收附件
paper-slip-more = 另有 { $count } 项，见上联
paper-slip-preliminary = 依据打印时已知的事实，以检测结论为准；法律和合同另有规定的，从其规定。

## 标签和单据上的标记

paper-mark-temporary_tag = 临时标牌
paper-mark-relabelled = 标签由我方更换
paper-mark-damaged_in_transit = 运输损坏
paper-mark-damaged_in_house = 在我处损坏
paper-mark-late_entry = 事后补录
paper-mark-not_seen_here = 授权号本站未见
paper-mark-owned_by_us = 公司自有

## 包裹收件单

paper-parcel-title = 包裹收件单
paper-parcel-keep = 本单列明同一包裹内的全部产品，每件凭各自单号查询
paper-parcel = 到货包裹
paper-parcel-sender = 寄件方
paper-parcel-waybill = 运单号
paper-parcel-carrier = 承运方
paper-parcel-received-at = 收件时间
paper-parcel-cartons = 箱数
paper-parcel-announced = 申报
paper-parcel-counted = 实点
paper-parcel-freight = 运费
paper-parcel-freight-prepaid = 寄件方已付
paper-parcel-freight-collect = 到付
paper-parcel-units-count = 包裹内产品 { $count } 件
paper-parcel-place = 序号
paper-parcel-state = 状态
paper-parcel-received = 已收
paper-parcel-not_checked_in = 尚未登记
paper-parcel-number_follows = 单号待发
paper-parcel-differences = 差异
paper-parcel-short = 申报未到
paper-parcel-extra = 未申报到货
paper-parcel-damaged = 损坏
paper-parcel-nothing = 无
paper-parcel-sign-sender = 寄件方或承运方签字

## 到货差异单

paper-differences-title = 到货差异单
paper-differences-keep = 以下与申报不符，请与贵方清单核对并答复
paper-differences-what = 差异
paper-differences-unit = 产品
paper-differences-reply = 答复
paper-differences-reply-note = 由寄件方或承运方填写

## 内部维修单

paper-internal-title = 内部维修单
paper-internal-note = 公司自有产品：无客户，不向客户收费
paper-internal-dates = 日期
paper-internal-sent-by = 送修人
paper-internal-work = 作业
paper-internal-diagnosis = 检测结论（故障、原因）
paper-internal-action = 措施
paper-internal-parts = 所用备件
paper-internal-sign-bench = 维修员签字
paper-internal-sign-release = 放行人签字

## 成张打印：标签、条码、编号标牌、校准页

paper-label_sheet-title = 机身标签（整张）
paper-code_sheet-title = 条码标签（整张）
paper-tag-title = 编号标牌
paper-tag-when = 收件日期、时间
paper-tag-by = 经办人
paper-tag-symptom = 故障现象
paper-tag-note = 系在产品上；事后按此编号补录，收件时间以此处所写为准。
paper-calibration-title = 校准页
paper-calibration-measure = 边框距各边 2 毫米；量出偏差，在设置中填写向右、向下的补偿。
paper-calibration-offset = 当前补偿：
