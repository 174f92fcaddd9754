# 人员：谁在本中心工作，谁已登录，以及须两人完成的操作的第二人。

role-technician = 技术员
role-desk = 前台
role-manager = 主管
role-adjudicator = 裁定员
role-hq = 总部

# 登录。

session-started = { $name } 已登录。
session-ended = 无人登录。之后的记录以本机使用者署名。
session-nobody = 无人登录
session-switch = 登录或换人
session-locked = 已锁定
session-locked-why = { $name } 在登录中。已填内容保留在此窗口之后。
session-sign-in = 登录
session-sign-out = 退出登录
session-people = 您是哪位？
session-how = 用方向键或姓名首字选人，再输入 PIN 并按回车。刷工牌立即登录。
session-none = 还没有可登录的人员
session-none-why = 有 PIN 或工牌的人员会记入其操作的履历，也可以作为须两人操作的第二人。在“设置—人员”中设置。
session-to-people = 设置人员
field-pin = PIN
field-pin-note = 4 至 8 位数字，或在此刷工牌

# 第二人。

second-title = 请第二人确认
second-explain = 此操作须两人完成。请同事在此选择姓名并输入 PIN 或刷工牌；履历会记下两人。
second-confirm = 以第二人身份确认
