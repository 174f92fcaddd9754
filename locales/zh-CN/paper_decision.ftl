# 处理决定书
paper-decision-title = 处理决定书
paper-decision-intro = 根据《售后服务承诺》，就下列事实作出如下决定。请妥善保管。
paper-decision-date = 决定日期
paper-decision-decided = 决定
paper-decision-facts = 依据的事实
paper-decision-fact = 事实
paper-decision-value = 内容
paper-decision-source = 来源
paper-decision-as-stated = 受理时所述或我方检测所得
paper-decision-steps = 您可以
paper-decision-claim-by = { $remedy }：可享受，请于 { $day } 前（含当日）告知我方。
paper-decision-covered-to = { $remedy }：质保至 { $day }。
paper-decision-choose = 可享受多项的，由您选择其一，请告知您的选择。
paper-decision-paid = 保外维修：先提供报价，经您同意后方开始维修（4.2）。
paper-decision-unrepaired = 可要求不维修返还设备。
paper-decision-object = 如有异议，请通过下列联系方式向我方或公司说明理由；新的凭证或事实均会重新审核，并由专人再次裁定。
paper-decision-contacts = 联系方式
paper-decision-law = 法律强制性规定与购买合同优先于本承诺（2.1）。本决定书不减损您依法或依合同享有的权利，亦不改变法律规定的期限。
paper-decision-sign = 服务中心
paper-decision-basis = 政策包
paper-decision-by-granted = 由 { $name } 于 { $on } 裁定可享受（{ $kind }）{ $clause ->
    [none] {""}
   *[other] ，{ $clause }
 }
paper-decision-by-denied = 由 { $name } 于 { $on } 裁定不适用（{ $kind }）{ $clause ->
    [none] {""}
   *[other] ，{ $clause }
 }
