# What the desktop says outside of the window. Others look on: no customer is named.
notice-title = Nightbench
notice-open = Open Nightbench
notice-quit = Quit Nightbench
notice-tickets-overdue = { $count ->
    [one] one work order overdue
   *[other] { $count } work orders overdue
}
notice-tasks-overdue = { $count ->
    [one] one task overdue
   *[other] { $count } tasks overdue
}
notice-tasks-today = { $count ->
    [one] one task today
   *[other] { $count } tasks today
}
notice-decisions = { $count ->
    [one] one decision waits
   *[other] { $count } decisions wait
}
notice-one = { $task } ({ $about }), due { $at }
notice-several = { $overdue ->
    [0] { $count } tasks fall due soon
   *[other] { $count } tasks fall due soon, { $overdue } of them overdue
}
settings-notices = Desktop notices
field-notifies = Tell of tasks that fall due
notifies-yes = Yes
notifies-no = No
notifies-note = An hour before its time, and from day 18 of a repair on. No customer is named.
