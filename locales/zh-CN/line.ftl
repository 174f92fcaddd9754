### The line to headquarters.

hq-title = 总部同步
hq-sub = 所有数据先存本机，一有网络即发往总部
hq-open-page = 打开总部同步
hq-none = 尚未连接总部
hq-none-explain = 本站可独立工作，数据齐全。连接后，工单会发往总部和本中心其他站点。一次性代码由主管向总部索取。
hq-hq = 连接
hq-url = 总部地址
hq-url-note = 例如 https://hq.example
hq-code = 一次性代码
hq-code-note = 仅限本中心的一个站点使用一次
hq-enrol = 连接总部
hq-enrolled = 已连接总部，待发内容随即发送。
hq-blank = 请先填写地址和代码
hq-again = 重新连接
hq-again-explain = 总部不再认识本站，或地址变更时，用新的一次性代码重新连接。待发内容会保留并随后发送。
hq-sync = 立即同步
hq-busy = 正在同步……
hq-by-itself = 程序打开期间会自动同步。
hq-done = 已同步：发出 { $pushed } 项，收到 { $pulled } 项
hq-synced = 上次成功
hq-never = 尚未成功过
hq-pending = 项待发送
hq-conflicts = 项待人工裁决
hq-quarantined = 项被总部暂存未入账
hq-held = 不同站点对同一记录的填写不一致，或总部无法使用某项更改。数据没有丢失：相关工单标为“需核对”。
hq-forks = 总部 { $count } 次发现另一台机器以本站名义写入：磁盘被复制或回退过。数据没有丢失；请将其中一台机器重新设置。
