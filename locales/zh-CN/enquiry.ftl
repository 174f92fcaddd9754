# 咨询：机器寄来之前，客户先来询问（4.1）。

place-enquiries = 咨询
key-new-enquiry = 新建咨询单
enquiries-search = 姓名、电话、序列号、型号或内容
enquiries-filter = 哪些咨询单
enquiries-open = 未结
enquiries-all = 全部
enquiries-none = 没有未结的咨询单
enquiries-none-hint = 客户来电时按 N，或在任何画面按 Alt+Q。
enquiries-not-found = 没有符合的咨询单
column-asked = 咨询时间
column-question = 咨询内容
column-way = 方式
column-reply = 答复

way-call = 电话
way-email = 电子邮件
way-message = 即时消息
way-web = 网站留言
way-letter = 信函
way-visit = 到店
field-way = 方式

result-solved_remotely = 远程解决
result-hardware_fault = 确认硬件故障
result-send_in = 寄修
result-no_answer = 联系不上
field-result = 结果
field-result_words = 结案说明
enquiry-is-open = 未结

reply-done = { $at } 已答复
reply-due = { $at } 前答复
reply-overdue = 已逾期，应于 { $at } 前答复

# 新建咨询单
enquiry-new-title = 新建咨询单
enquiry-new-explain = 24 小时内答复，只计工作日（4.1）。机器寄来时，这里填写的内容会直接带入收件受理。
enquiry-save = 登记咨询
enquiry-saved = 咨询已登记
enquiry-saved-due = 咨询已登记，请于 { $at } 前答复
enquiry-who = 咨询人
enquiry-what = 咨询内容
enquiry-words = 问题（客户原话）
enquiry-earlier = 收到的时间更早
enquiry-earlier-hint = 现在
enquiry-on = 日期
enquiry-at = 时刻
enquiry-at-note = 例如 14:30
problem-received_at-in_future = 不能晚于现在
enquiry-units = 机器
enquiry-units-hint = 可不填，也可填多台
enquiry-unit = 第 { $place } 台
enquiry-unit-add = 添加一台
enquiry-unit-remove = 去掉第 { $place } 台
enquiry-unit-symptom = 这台另有的故障
enquiry-class-unsaid = 不清楚
enquiry-answer = 当场答复
enquiry-answer-hint = 不填则仍需答复
enquiry-advice = 答复内容
enquiry-attempt = 远程排查（3.1）
enquiry-attempt-none = 未作排查
enquiry-contact-needed = 请填写姓名、电话或电子邮件，以及问题

attempt-solved = 恢复正常
attempt-not_solved = 故障仍在
attempt-declined = 客户不愿尝试
attempt-not_possible = 无法远程排查
field-attempt = 远程排查

# 序列号已知的情况
at-hand-open = 已在本中心：{ $rma }
at-hand-open-show = 打开 { $rma }
at-hand-sold = { $date } 售出 · { $model }
at-hand-unsold = 出厂销售台账中没有
at-hand-cover = 质保至 { $date }
at-hand-cover-over = 质保已于 { $date } 届满
at-hand-cover-unknown = 质保日期不详
at-hand-earlier = { $count ->
    [0] 没有以前的工单
   *[other] 以前有 { $count } 张工单
}
at-hand-look-alike = 与已知的 { $serial } 相似
at-hand-firmware = 最新固件 { $firmware }
at-hand-documents = 资料

# 咨询单
enquiry-title = { $name } 的咨询
enquiry-asked-at = { $at } 咨询 · { $way }
enquiry-amend = 更正
enquiry-amend-title = 更正咨询单
enquiry-amend-save = 保存更正
enquiry-amended = 咨询单已更正
enquiry-send-in = 请客户寄修
enquiry-send-in-title = 请客户寄修
enquiry-send-in-explain = 每台机器得到一个返修授权号，即本公司同意寄回（3.3）。机器到达时，扫此号即可带出收件受理内容。
enquiry-send-in-why = 为何无法远程排查
enquiry-send-in-why-note = 记录中没有远程排查（3.1）
enquiry-send-in-save = 发放授权号
enquiry-sent-in = 已发放 { $count } 个授权号
enquiry-send-in-unnamed = 一台尚未说明的机器
enquiry-receive = 收件受理
enquiry-receive-go-on = 继续收件受理
enquiry-no-units = 尚未说明机器
enquiry-no-units-hint = 客户找到序列号后再填；没有序列号也可发放授权号。
enquiry-unit-title = 咨询的机器
enquiry-unit-save = 保存
enquiry-unit-edit = 更正第 { $place } 台
enquiry-unit-here = 已到
enquiry-unit-coming = 已发授权号
enquiry-unit-begun = 已开始受理
enquiry-unit-asked = 咨询中
# 受理曾被咨询的产品时
asked-about = { $name } 曾于 { $at } 咨询过这台产品 · { $way }
asked-about-explain = 可带入当时所述；已填写的内容保持不变。
asked-about-filled = 当时所述已在本次受理中。
asked-about-fill = 带入当时所述
asked-about-open = 打开咨询
enquiry-unit-removed = 已从咨询单去掉
enquiry-end = 填写结果
enquiry-end-title = 咨询结果
enquiry-end-words = 结案说明
enquiry-end-save = 记录结果
enquiry-ended = 结果已记录：{ $result }
enquiry-undo-end = 撤回结果
enquiry-reopen = 重新打开
enquiry-reopened = 咨询单已重新打开
enquiry-choose-result = 请选择结果
enquiry-attempt-first = 请先记录远程排查（3.1）
enquiry-try-first = 请先记录曾联系客户
enquiry-send-first = 请先发放授权号
enquiry-recorded-by = { $who } 登记

# 带入收件受理的内容
enquiry-proof = { $date } { $way }咨询
enquiry-attempt-line = { $date }：{ $words }（{ $result }）

timeline-enquiry-open = 登记咨询
timeline-enquiry-amend = 更正咨询单
timeline-enquiry-unit = 咨询的机器
timeline-enquiry-unit_remove = 去掉一台机器
timeline-enquiry-end = 填写结果
timeline-enquiry-reopen = 重新打开
