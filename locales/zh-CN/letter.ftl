# 由人复制发送的文稿。程序本身不发送任何内容。

letters-open = 文稿
letters-title = 给客户的文稿
letters-explain = 已按记录填好。请复制后自行发送，再记录沟通。
letters-copy = 复制
letters-copied = 文稿已复制
letters-copy-failed = 未能复制。请选中文字手动复制。
letters-fitting = 适合当前情况
letters-language = 语言
letters-kind = 场合
letters-text = 正文
letter_kind-asked = 收到咨询
letter_kind-send_in = 请寄修
letter_kind-received = 已收到机器
letter_kind-quote_waiting = 报价待确认
letter_kind-ready = 可取机
letter_kind-delayed = 周期延长
letter_kind-refused = 婉拒

letter-asked =
    { $name }，您好：

    您于 { $received } 的咨询已收到，我们将在 { $due } 前答复。请准备好机器的型号和序列号；故障照片或短视频有助于判断。
letter-send_in =
    { $name }，您好：

    您可以将机器寄给我们。请在包裹上写明返修授权号，并留存以便查询：

    { $numbers }

    请随附全部附件、保修卡、发票或收据，以及签字的售后服务申请单{ $address ->
        [none] 。
       *[other] 。寄送地址：{ $address }
    }
letter-received =
    { $name }，您好：

    您的 { $model }（序列号 { $serial }）已于 { $received } 收到，返修授权号为 { $rma }。

    维修周期为收到之日起 10 至 20 个工作日：预计 { $target } 完成，最迟 { $limit }。如有变化，我们会及时告知。
letter-quote_waiting =
    { $name }，您好：

    您的 { $model }（序列号 { $serial }，返修授权号 { $rma }）已检测完毕。此次维修需要收费，报价等待您确认。您同意后我们才会开始维修；您也可以选择不修退回。
letter-ready =
    { $name }，您好：

    您的 { $model }（序列号 { $serial }，返修授权号 { $rma }）已可返还。请告知您自取还是寄回；自取请携带取机凭证。
letter-delayed =
    { $name }，您好：

    您的 { $model }（序列号 { $serial }，返修授权号 { $rma }）于 { $received } 收到，原定最迟 { $limit } 返还。很抱歉还需要更多时间，我们会告知新的日期，欢迎随时询问。
letter-refused =
    { $name }，您好：

    我们已仔细检测您的 { $model }（序列号 { $serial }，返修授权号 { $rma }）。很遗憾，按照售后服务承诺{ $clauses ->
        [none] ，
       *[other] 第 { $clauses } 条，
    }您的要求无法满足。

    我们可以为您提供维修报价，或将机器不修退回。如有不同意见，请来信说明，我们会请同事复核。
letter-phone = 电话 { $phone }
