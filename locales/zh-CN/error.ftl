# 错误：发生了什么、保留了什么、该怎么办。标识即 app/error.rs 中的代码。

error-unknown_command = 本程序没有这个命令。未作任何更改。
error-bad_field = { $field } 格式不正确：{ $detail }。未作任何更改。
error-not_an_object = 受理记录应为带字段名的对象，如 { "{" }"serial": ...{ "}" }。该行未保存任何内容。
error-bad_request = 请求格式不正确：{ $detail }。未作任何更改。
error-not_initialised = 本机尚未设置。请先填写服务中心代码。
error-already_initialised = 本机已经设置过，编号系列保持不变。
error-centre_code = 服务中心代码为 2 至 8 位大写字母或数字，以字母开头，例如 CD01。
error-unknown_zone = 没有这个时区。请按 Asia/Shanghai 的格式填写。
error-rma_shape = 这不是返修号。请按印出的样式填写，例如 CD01-A7K3M-00412-K。未作任何更改。
error-rma_misread = 返修号有一位读错：末位校验不符。请与标签或单据核对。未作任何更改。
error-unknown_calendar = 没有该国家的日历。请用两位字母代码，例如 CN。
error-intake = 有 { $count } 处需要更正后才能受理。尚未记录；所填内容均已保留。
error-entry = 有 { $count } 处需要更正。尚未记录，已填内容保留。
error-enquiry_not_tried = 记录中没有联系客户的尝试。未作更改；请先记录未接通的电话。
error-attempt_first = 记录中没有远程排查（3.1）。未作更改；请先记录排查情况，或说明为何无法排查。
error-enquiry_ended = 咨询单已以其他结果结案。未作更改；请先重新打开。
error-enquiry_unit_taken = 这台机器已有授权号、受理草稿或工单。未作更改。
error-follow_up_ended = 已经结案。未作更改；请先重新打开。
error-open_ticket = 这台产品已有未结工单 { $rma }。未重复记录，所填内容均已保留；请打开该工单。
error-waybill_length = 运单号为 6 至 32 个字符。未作记录；请核对单号，或留空。
error-waybill_character = 运单号只含字母和数字。未作记录；请核对单号，或留空。
error-waybill_taken = 运单 { $waybill } 已有另一包裹签收。未作任何更改；请打开该包裹。
error-consignment_in_future = 签收日期晚于本中心的今天。未作任何更改；请填写实际签收日期。
error-freight_negative = 运费不能小于零。未作任何更改。
error-currency_shape = 币种为三个大写字母，如 CNY。未作任何更改。
error-consignment_too_long = 包裹的文字超过 2000 个字符。未作任何更改；请缩短。
error-consignment_closed = 该包裹已结清。未作任何更改；请先重新打开。
error-consignment_begun = 已有产品按该包裹的日期受理，日期不再更改。未作任何更改；如有错误，请逐个更正工单的收件日期。
error-consignment_unopened = { $count ->
    [0] 该包裹尚未取出任何产品，仍为未结；确认为空再结清。
   *[other] 该包裹还有 { $count } 台产品未受理，仍为未结；请先受理，或确认仍要结清。
}
error-consignment_unit_received = 这台产品已受理。未作任何更改；如属误收，请取消其工单。
error-nothing_announced = 清单中没有产品。未作任何更改；请每行粘贴一个序列号，或型号与数量。
error-not_found = 本机没有这条记录。
error-reason_required = 请填写原因，它会写入历史记录。未作任何更改。
error-attachment_too_large = 文件超过 { $megabytes } MB，未添加。其他内容均已保留。请换较小的照片、较短的视频或较小的 PDF。
error-attachment_kind = 文件不是照片、视频或 PDF，未添加。其他内容均已保留。请另存为 PDF 或拍照后再添加。
error-attachment_no_photo = 此处需要照片；该文件不是照片，未添加。其他内容均已保留。
error-base64 = 文件传输受损，未添加。请重新选择。
error-registry_empty = 文件中没有数据行。未作任何更改。
error-registry_too_large = 文件超过 64 MB、一百万行或 256 列。未作任何更改；请拆分文件。
error-registry_unreadable = 文件既不是文本表格（UTF-8、UTF-16 或 GB18030）也不是 Excel 工作簿。未作任何更改。
error-registry_workbook = 工作簿已损坏或有密码保护。未作任何更改；请去除密码后重新保存。
error-registry_no_serial_column = 文件缺少关键列：序列号，客户文件则为电话。未作任何更改；请指定是哪一列。
error-masters_incomplete = 完整清单中有 { $count } 行无法读取，其所指内容会被终止。未作任何更改。请改正这些行，或按普通文件导入。
error-masters_no_key_column = 没有一列是各行的标识。未作任何更改；请指明是哪一列。
error-registry_file_gone = 请重新打开文件。未作任何更改。
error-no_such_label = 未打印：此种标签纸只有第 1 至 { $last } 格，请从中选择起始格。
error-too_many_tickets = 一次最多处理 { $most } 张工单。未作任何更改。
error-too_many_labels = 未打印：请选择 1 至 { $most } 张维修单打印标签。
error-form_glyphs = 以下字符无法打印：{ $characters }。记录已保留；请更正文字后重新打印。
error-form = 无法生成单据：{ $detail }。记录已保留。
error-print_no_system = 本机没有打印系统。单据已存为 PDF，可打开后打印。
error-print_no_printer = 本机已找不到这台打印机。单据已存为 PDF；请另选打印机。
error-print_refused = 打印系统拒绝了任务。单据已存为 PDF；请检查打印机后重新打印。
error-print_no_viewer = 本机没有可打开 PDF 的程序。可在此查看；安装 PDF 阅读器后即可另存或打印。
error-store_in_use = 另一个 Nightbench 正在使用这个数据文件夹{ $pid ->
    [none] {""}
   *[other] （进程 { $pid }）
}。请使用那个窗口，或先将其关闭。未作任何更改。
error-store_newer = 记录由更新版本的 Nightbench 写入（版本 { $found }，本程序支持 { $known }）。未作任何更改；请安装新版程序。
error-store_key = 记录的密钥缺失或不匹配。未作任何更改；请放回 station.key 或恢复备份。
error-store_lost = 记录文件（store.db）缺失或为空，但本机曾有记录。未新建任何文件。请放回该文件，或用 nightbench-cli restore 恢复最近的备份。
error-store_damaged = 部分记录已损坏（{ $what }）。其余均已保留；请在设置中运行检查并恢复最近的备份。
error-store_disk_full = 磁盘已满。这一步没有保存，之前的都已保存；请腾出空间后重试。
error-store_backup = 备份文件已损坏或不是备份（{ $what }）。未作任何更改。
error-store = 无法读写记录：{ $detail }。此前保存的内容均已保留。
error-pack = 程序的数据文件已损坏：{ $detail }。请重新安装程序；记录均已保留。
error-policy_file = 政策文件被拒绝：{ $detail }。现行政策继续有效。
error-pack_no_key = 政策包未安装：本程序未配置任何受信任的签发方。现行政策不变；请向签发方索取带有其公钥的程序。
error-pack_signature_malformed = 政策包未安装：签名文件（.sig）中没有有效签名。现行政策不变；请重新获取政策包及其签名。
error-pack_untrusted = 政策包未安装：签名与任何受信任的签发方都不符，或文件在签名后被改动。现行政策不变；请向签发方重新获取。
error-own_file = 该位置属于记录自身的文件。未写入任何内容；请选择其他文件夹。
error-manager_needed = 此操作仅限主管。未作任何更改。请主管按 F7 登录后再操作。
error-decider_needed = 此项须由质保审核员或主管认定。未作记录，已填内容保留。请其按 F7 登录后再操作。
error-last_manager = 这是最后一位可以登录的主管。未作任何更改。请先将另一位设为有 PIN 的主管。
error-user_name = 人员姓名为 1 至 40 个字符。未作任何更改。
error-user_name_taken = 本中心已有同名人员。未作任何更改。请加以区分后再保存。
error-pin_length = PIN 为 4 至 8 位数字。原 PIN 不变。
error-pin_digits = PIN 只能是数字。原 PIN 不变。
error-pin_repeated = 同一个数字重复太容易被猜到。原 PIN 不变。请换一个。
error-pin_row = 1234、4321 这样的连号太容易被猜到。原 PIN 不变。请换一个。
error-pin_hash = PIN 无法保存或核对。未作任何更改。请主管重新设置 PIN。
error-wrong_pin = { $left ->
    [1] PIN 不正确。未作任何更改。再错一次，此人须等待。
   *[other] PIN 不正确。未作任何更改。请重新输入。
}
error-pin_wait = PIN 错误次数过多。未作任何更改。{ $seconds } 秒后可再次输入；也可以刷工牌，或由他人操作。
error-no_pin = 此人尚未设置 PIN。未作任何更改。请主管在“设置—人员”中设置。
error-unknown_badge = 本中心没有人使用此工牌。未作任何更改。请主管在“设置—人员”中登记。
error-badge_taken = 此工牌已属于他人。未作任何更改。请换一张工牌，或先取消原登记。
error-badge_text = 这不能作为工牌：少于 4 个字符，或者是机件上的编号。未作任何更改。请扫描工牌本身。
error-second_person_needed = 此操作需要第二人确认。尚未记录；已填内容均已保留。请第二人用 PIN 或工牌确认；人员在“设置—人员”中设置。
error-second_person_same = 第二人不能是当前操作人。尚未记录；已填内容均已保留。请同事确认。
error-sign_in_first = 无人登录，无法登记持有人。未作任何更改。请按 F7 登录后再操作。
error-place_code = 位置编号为 1 至 24 个字母、数字或连字符，且不能是 RMA 编号。未作任何更改。
error-place_code_taken = 该编号已用于其他位置或工牌。未作任何更改。请换一个编号。
error-place_code_serial = 该编号是已知机件的序列号。未作任何更改。请换一个机件上没有的编号。
error-place_not_empty = 此位置还有 { $units } 台机件，仍保持使用。请先移走。
error-place_needed = 机件在此位置接收，因此保持不变。未作任何更改。名称可以更改。
error-place_gone = 此位置已停用。未移动任何机件。请扫描使用中的位置，或重新启用此位置。
error-unit_not_here = 工单 { $rma } 已结，机件不在此处。未移动任何机件。
error-nothing_to_undo = 没有可撤销的移动。未移动任何机件。请扫描位置和机件重新移动。
error-no_stocktake = 没有进行中的盘点。未作任何更改。请在“位置”中开始盘点。
error-stocktake_open = 已有进行中的盘点。未作任何更改。请先完成或放弃。
error-file = 无法读写文件：{ $detail }。记录均已保留。
error-no_such_file = 找不到该文件。未作任何更改；请检查文件名和文件夹。

# 需要更正的字段，以及台账文件中的行。

problem-required = 请填写
problem-too_long = 太长
problem-in_future = 日期在将来
problem-in_past = 早于今天
problem-cannot_close = 只有我方已告知对方，才能办结事项
problem-not_a_phone = 不是电话号码：应为 5 至 15 位数字
problem-unknown_calendar = 没有该国家的日历
problem-not_a_serial = 不是序列号：应为 3 至 40 位字母、数字及 - . / _ #
problem-open_ticket = 这台产品已有未结工单

registry-no_serial = 缺少序列号
registry-not_a_serial = 不是序列号
registry-not_a_date = 不是日期；请按年在前填写，例如 2026-03-02
registry-unknown_class = 产品类别无法识别；请用 整机、机芯 或 探测器
registry-unknown_sale_kind = 销售类型无法识别；请用 正常、特价、特价样机 或 借用
registry-too_long = 太长
registry-missing = 必填
registry-below_reserved = 少于已为工单保留的数量
registry-no_key = 缺少该行的标识
registry-not_a_number = 不是整数，或超出范围
registry-not_an_amount = 不是金额，如 1280.50
registry-not_yes_or_no = 既不是“是”也不是“否”
registry-not_a_range = 不是序列号或范围，如 JP2409-00001..JP2409-00099
registry-not_a_pattern = 不是序列号规则：字母、数字，# 代表一位数字，@ 代表一个字母，* 只能在末尾
registry-unknown_kind = 未知的类别
registry-date_order = 早于应在其前的日期
registry-duplicate_key = 第 { $other_row } 行对同一项另有说法；以该行为准
registry-duplicate_name = 前面已有同名的另一家经销商；一个名称只能对应一家
registry-duplicate = 第 { $other_row } 行是同一序列号但内容不同；以该行为准

# 体检。

doctor-ok = 一切正常。
doctor-warn = 可以使用，有 { $count } 项需要留意。
doctor-fail = 有内容需要修复。能读出的都已保留。

doctor-pages-ok = 记录的每一页都能用密钥打开。
doctor-pages-fail = 有 { $pages } 页记录无法读取。下次启动时会挽救可读内容；请恢复最近的备份。
doctor-tables-ok = 数据表与索引完好。
doctor-tables-fail = 数据表或索引有 { $faults } 处错误。请恢复最近的备份。
doctor-references-ok = 每个引用都指向对应记录。
doctor-references-fail = 有 { $rows } 个引用失效。请恢复最近的备份。
doctor-journal-ok = 日志完整：共 { $entries } 条，逐条相连。
doctor-journal-fail = 日志在第 { $seq } 条断开（{ $fault }）。记录被改动过；请保留文件并恢复最近的备份。
doctor-blobs-ok = 全部 { $blobs } 份照片与单据均与保存时一致。
doctor-blobs-fail = { $blobs } 份照片与单据中有 { $damaged } 份损坏。请恢复最近的备份。
doctor-disk_space-ok = 可用空间 { $free_gigabytes } GB。
doctor-disk_space-warn = 可用空间仅 { $free_gigabytes } GB。请尽快清理。
doctor-disk_space-fail = 磁盘即将写满。请立即清理，否则照片与备份会失败。
doctor-key_place-ok = 记录的密钥保存在系统密钥库中。
doctor-key_place-warn = 记录的密钥是放在旁边的一个文件。能读取数据文件夹的人就能读取记录。
doctor-backup_age-ok = { $age_days ->
    [0] 最近的备份是今天的。
   *[other] 最近的备份是 { $age_days } 天前的。
}
doctor-backup_age-warn = { $age_days ->
    [none] 还没有备份。请现在备份并另处存放。
   *[other] 最近的备份已有 { $age_days } 天。请现在备份并另处存放。
}
doctor-station-ok = 本机已设置。
doctor-station-warn = 本机尚未设置。
doctor-put_aside-ok = 从未有损坏文件被移开。
doctor-restored-ok =
    { $at ->
        [none] 从未用备份替换过记录。
       *[other] 已于 { $at } 用 { $of } 的备份替换过记录。
    }
doctor-restored-warn = 已于 { $at } 用 { $of } 的备份替换记录。两者之间在本机录入的内容不在其中；原文件保留在“replaced”文件夹，总部已有的内容会在下次同步时恢复。
doctor-clock-ok = 时钟不早于最近一条记录。
doctor-clock-warn = 时钟早于最近一条记录：被调回过，或之前偏快。请校准；在此之前期限计算有误。
doctor-put_aside-warn = 曾有损坏的记录文件被移开（{ $files } 份，在 damaged 文件夹）。可读内容已接管，其余缺失。请恢复最近的备份或检查该文件。
doctor-data_reach-ok = 记录位于本机各获准账户可见之处，或指定的位置。
doctor-data_reach-warn = 记录位于本账户自己的文件夹，本机其他账户看不到。如需共用，请关闭程序，将文件夹移到本机共用位置（见 README）后重新启动。
doctor-calendar-ok = { $country } 日历在新工单所及范围内均已公布。
doctor-calendar-warn = 新工单将用到的 { $country } 日历有暂定日期，到期日可能变动。

# The command line.

cli-file_missing = 没有文件 { $path }。未作任何更改。
cli-file_denied = 当前账户无权读写 { $path }。未作任何更改。
cli-name = nightbench-cli
error-calendar_no_days = { $file } 中没有任何日期。日历保持不变。
error-calendar_unknown_heading = { $file } 第 { $line } 行：“{ $found }”不是日历的列名，请写 date、kind、name_zh、name_en、country、status。日历保持不变。
error-calendar_heading_twice = { $file } 第 { $line } 行：列名“{ $found }”重复。日历保持不变。
error-calendar_heading_missing = { $file } 第 { $line } 行：缺少列名“{ $found }”。日历保持不变。
error-calendar_field_count = { $file } 第 { $line } 行的字段数与列名数不一致（{ $found }）。日历保持不变。
error-calendar_open_quote = { $file } 第 { $line } 行：引号没有成对。日历保持不变。
error-calendar_date = { $file } 第 { $line } 行：“{ $found }”不是日期，请写成 2027-01-31。日历保持不变。
error-calendar_kind = { $file } 第 { $line } 行：“{ $found }”不是日期类型，请写 holiday（放假）或 makeup_workday（调休上班）。日历保持不变。
error-calendar_status = { $file } 第 { $line } 行：“{ $found }”没有说明是否已公布，请写 published 或 provisional。日历保持不变。
error-calendar_day_twice = { $file } 第 { $line } 行：{ $found } 重复。日历保持不变。
error-calendar_country = { $file } 第 { $line } 行：“{ $found }”不是国家代码，请写两个大写字母，例如 CN。日历保持不变。
error-calendar_weekday = { $file } 第 { $line } 行：“{ $found }”不是每周的休息日。日历保持不变。
error-calendar_unknown_country = { $file } 第 { $line } 行：本程序没有 { $found } 的日历。日历保持不变。
error-calendar_outside_years = { $file } 第 { $line } 行：{ $found } 超出日历的年份范围（2000 至 2049）。日历保持不变。
error-calendar_worked_anyway = { $file } 第 { $line } 行：{ $found } 本来就上班，不是调休。日历保持不变。
error-calendar_published_already = { $file } 把 { $found } 年标为暂定，而该年已经公布。日历保持不变。
error-calendar_not_toml = { $file } 第 { $line } 行不是 TOML 日历的写法：{ $found }。日历保持不变。
error-calendar_too_large = { $file } 超过日历文件的上限（{ $found } MB）。日历保持不变。
error-line_not_enrolled = 本站尚未与总部连接。数据均已保存在本机等待发送；请主管用一次性代码建立连接。
error-line_unreachable = 总部没有应答。数据均已保存在本机等待发送，下一轮将自动重试。
error-line_not_hq = 该地址应答的不是总部，可能是需要登录的网络。数据均已保存在本机等待发送。
error-line_address = 这不是总部的地址。地址以 https:// 开头；http:// 只用于本机。
error-line_code = 一次性代码有误、已使用或已过期。请向总部索取新的代码。
error-line_centre = 该一次性代码属于另一服务中心。未作任何更改，代码在该中心仍然有效。
error-line_station = 总部不认识或不再认识本站。数据均已保存在本机；请用新的一次性代码重新建立连接。
error-line_version = 本程序与总部的版本不相容，其中一方过旧。数据均已保存在本机等待发送。
error-line_refused = 总部暂时无法接收。数据均已保存在本机等待发送，下一轮将自动重试。
error-line_fork = 总部无法接收本站记录：记录链已断开，或由他人签名。数据没有丢失，本机所写内容继续等待。请运行记录检查。
