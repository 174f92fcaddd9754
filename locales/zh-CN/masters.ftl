# 主数据：型号、经销商、合同、收费标准、样机与借用机登记；以及事实的来源。

fact_source-by-register = 来自出厂销售台账，截至 { $at }
fact_source-by-model = 来自型号 { $by }，主数据截至 { $at }
fact_source-by-dealer = 来自经销商 { $by }，主数据截至 { $at }
fact_source-by-contract = 来自合同 { $by }：{ $file }，{ $at } 导入
fact_source-by-loan_register = 来自样机与借用机登记，截至 { $at }
fact_source-counter = 柜台当面受理
fact_source-authorisation = 来自寄送前发出的编号
fact_source-by-standing_consent = 经销商 { $by } 的长期同意，主数据截至 { $at }

## 种类

masters-model = 型号
masters-dealer = 经销商
masters-contract = 合同
masters-charge = 收费标准
masters-loan = 样机与借用机

## 页面

place-masters = 主数据
masters-sub = 总部在销售之前确定的资料。此处没有的，不证明任何事。
masters-kinds = 主数据种类
masters-search = 搜索
masters-as-of = 截至 { $at }
masters-import = 导入文件
masters-none = 暂无资料
masters-none-hint = 导入文件后，收件受理时会自动填入其中的内容。
masters-history = 导入记录
masters-history-line = 新增 { $imported }，更新 { $updated }，终止 { $ended }，未导入 { $skipped }
masters-history-complete = 完整清单
masters-ended = 已终止
masters-in-force = 有效
masters-expired = { $on } 到期
masters-said = 依据 { $at } 的 { $file }
masters-changed = 最近更改 { $at }
masters-column-state = 效力
masters-column-said = 最近载明
masters-close = 关闭

## 导入

masters-import-title = 导入：{ $kind }
masters-import-back = 返回主数据
masters-import-file = 主数据文件
masters-to-list = 查看列表
masters-needs-key = 请指明哪一列是“{ $field }”：各行以它为标识。
masters-cancelled = 已取消；主数据与导入 { $name } 之前一样。
masters-complete = 此文件为完整清单
masters-complete-hint = 清单中没有的即告终止；仍保留，但不再作为依据。
masters-would-end = 将终止
masters-did-end = 已终止
masters-template-open = 打开空表
masters-template = 复制此类文件的表头
masters-headings-copied = 已复制表头；请粘贴到空表的第一行。

## 列

master_field-model = 型号
master_field-name_zh = 中文名称
master_field-name_en = 英文名称
master_field-product_class = 产品类别
master_field-kit = 随机附件清单
master_field-specification = 技术指标
master_field-serial_pattern = 序列号规则
master_field-successor = 替代型号
master_field-firmware = 固件版本
master_field-documents = 资料
master_field-is_current = 在产
master_field-dealer_code = 经销商编码
master_field-dealer = 经销商
master_field-authorised_from = 授权开始
master_field-authorised_to = 授权截止
master_field-standing_consent = 长期同意
master_field-consent_from = 同意开始
master_field-terms = 合作条款
master_field-contact = 联系人
master_field-contract = 合同编号
master_field-buyer = 买方
master_field-signed_on = 签订日期
master_field-models = 适用型号
master_field-serials = 适用序列号
master_field-sale_kind = 销售类型
master_field-unit_months = 整机保修月数
master_field-part_months = 部件保修月数
master_field-return_days = 退货天数
master_field-exchange_days = 换货天数
master_field-period_starts_on = 起算日期
master_field-special_price_return = 特价可退
master_field-covers_borrowed = 含借用机
master_field-fee_inside_warranty = 保内收费
master_field-price_proof = 特价凭证
master_field-code = 项目
master_field-version = 版本
master_field-effective_on = 生效日期
master_field-currency = 币种
master_field-kind = 类别
master_field-amount = 金额
master_field-serial = 序列号
master_field-with = 使用方
master_field-since = 借出日期
master_field-until = 归还日期
charge_kind-labour = 工时
charge_kind-inspection = 检测
charge_kind-part = 备件
charge_kind-freight = 运费
loan_kind-demo = 样机
loan_kind-loan = 借用机

## 收件与机件页

conflict-master = { $field }：型号 { $by } 为{ $says }，收件填写为{ $intake }
conflict-master-class = 类别以型号为准：{ $by } 为{ $says }。装在其中的探测器属于整机。
conflict-master-take = 采用型号的{ $value }
conflict-dealer_not_authorised = 主数据载明经销商 { $dealer } 在 { $on } 未获授权。须由人判断；判定不以此为据。
conflict-serial_pattern = 序列号与 { $model } 的规则（{ $pattern }）不符。请核对是否读错字符。
conflict-contracts = 此机件有多份合同：{ $numbers }。请手工填写合同约定。
suggestion-class = 型号 { $by }：{ $value }
suggestion-model = 此类序列号属于 { $value }
suggestion-model-take = 采用 { $value }
intake-ours = 这是本公司的机件（{ $kind }），开内部工单。
unit-ours = 这是本公司的机件（{ $kind }）。
unit-model = 型号 { $model }
unit-model-as-of = 主数据截至 { $at }
unit-contract = 合同 { $number }
unit-contracts-several = 这台机器对应多份合同。系统不会自行选用：请在收件受理中写明以哪一份为准。
unit-not-in-register-as-of = 截至 { $at } 的台账中没有。这不证明任何事：台账的完整程度取决于导入的文件。
unit-no-register = 尚未导入台账，无从查证。
