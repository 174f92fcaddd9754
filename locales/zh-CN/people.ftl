# 人员：谁在本中心工作，谁已登录，以及须两人完成的操作的第二人。

role-technician = 技术员
role-desk = 前台
role-manager = 主管
role-adjudicator = 质保审核员
role-hq = 总部

# 登录。

session-started = { $name } 已登录。
session-ended = 无人登录。之后的记录以本机使用者署名。
session-nobody = 无人登录
session-switch = 登录或换人
session-locked = 已锁定
session-locked-why = { $name } 在登录中。已填内容保留在此窗口之后。
session-begins = 请先登录
session-begins-why = 记录会署上操作人姓名，因此程序启动时先行确认。锁屏时间在“设置—人员”中更改。
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
second-what = { $name } 请您确认：{ $what }
second-amend = 更正 { $rma } 的首次报修
second-diagnosis = { $rma } 的诊断结论
second-confirm = 以第二人身份确认
second-how = 用方向键或姓名首字选人，再输入 PIN 并按回车。刷工牌即确认，当前登录不变。
second-sign-in = 此操作须两人完成，而当前无人登录。请先关闭此窗口，按 F7 登录后再保存；已填写的内容会保留。

# 设置—人员。

settings-people = 人员
people-why = 尚未设置人员，记录以本机使用者署名。设置后，履历会记下每一步由谁完成，须两人完成的操作也才能进行。
people-first = 请先添加一位主管并设置 PIN；之后由主管决定谁在这里工作。
people-ask-manager = 须由主管更改：请先按 F7 登录。
people-add = 添加人员
people-change = 更改 { $name }
people-change-short = 更改
people-set-pin = { $name } 的 PIN
people-set-pin-short = PIN
people-list = 本中心人员
people-left = 已离开
people-has-pin = PIN
people-has-badge = 工牌
people-has-neither = 无 PIN、无工牌：不能登录
people-saved = 已保存 { $name }。
people-pin-saved = 已设置 { $name } 的 PIN。
people-save = 保存
field-role = 岗位
field-badge = 工牌
field-badge-note = 在此扫描；其内容只以散列值保存
field-badge-kept = 已登记工牌；扫描另一张即替换
people-take-badge = 取消工牌
people-badge-goes = 保存后取消工牌
badges-title = 打印工牌
badges-explain = 系统只保存工牌的指纹，因此无法重印同一张工牌。打印时会为勾选的每个人生成新工牌；此后只有新工牌可以登录。
badges-for = 为谁打印
badges-nobody = 请勾选人员
badges-replaced = 现有工牌将失效：{ $names }
badges-print = 生成并打印
badges-shown = 工牌已生成，只在此处显示
badges-shown-explain = 本机没有可打开 PDF 的程序。扫码枪可直接扫描屏幕上的工牌；需要纸质工牌时，请在设置中选择打印机或安装 PDF 阅读器，再重新生成。
badges-opened = 已在查看器中打开。请立即打印：这一页无法再次生成。
people-works-here = 在职
people-left-since = 已离开
field-new-pin = 新 PIN
field-new-pin-note = 4 至 8 位数字；不能是同一数字重复，也不能是 1234 这样的连号
field-pin-again = 再输入一次
pin-differs = 两次输入不一致
pin-needed = 请输入两次 PIN
name-needed = 请填写姓名
field-lock_minutes = 无操作后锁屏
lock-never = 从不
lock-after = { $minutes } 分钟

# 断电之后恢复的内容。

came-back-title = 已保存的内容均在。最后保存：{ $rma }，{ $when }。
came-back-title-none = 已保存的内容均在。
came-back-drafts = 可继续填写的受理 { $count } 份
came-back-parcels = 未结束的包裹 { $count } 件
came-back-stocktake = 可继续的盘点一次
came-back-why = 程序上次未正常关闭（例如断电），于 { $at } 重新启动。
came-back-restored = 现有记录来自 { $of } 的备份，于 { $at } 恢复。
came-back-restored-why = 备份之后在本机录入的内容不在其中。新的授权号已改用新的号段；请核对货架上没有工单的产品。
came-back-read = 知道了
