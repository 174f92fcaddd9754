# 窗口之外桌面显示的文字，旁人可见，不含客户姓名。
notice-title = Nightbench
notice-open = 打开 Nightbench
notice-quit = 退出 Nightbench
notice-tickets-overdue = { $count } 张工单逾期
notice-tasks-overdue = { $count } 项待办逾期
notice-tasks-today = 今日待办 { $count } 项
notice-decisions = { $count } 项审批待处理
notice-one = { $task }（{ $about }），{ $at } 前
notice-several = { $overdue ->
    [0] { $count } 项待办即将到期
   *[other] { $count } 项待办即将到期，其中 { $overdue } 项已逾期
}
settings-notices = 桌面提醒
field-notifies = 待办到期提醒
notifies-yes = 开
notifies-no = 关
notifies-note = 到期前一小时提醒；维修第 18 个工作日起提醒告知客户。提醒中不含客户姓名。
