# 主数据：型号、经销商、合同、收费标准、样机与借用机登记；以及事实的来源。

fact_source-by-register = 来自出厂销售台账，截至 { $at }
fact_source-by-model = 来自型号 { $by }，主数据截至 { $at }
fact_source-by-dealer = 来自经销商 { $by }，主数据截至 { $at }
fact_source-by-contract = 来自合同 { $by }，主数据截至 { $at }
fact_source-by-loan_register = 来自样机与借用机登记，截至 { $at }
fact_source-counter = 柜台当面受理
fact_source-authorisation = 来自寄送前发出的编号
fact_source-by-standing_consent = 经销商 { $by } 的长期同意，主数据截至 { $at }
