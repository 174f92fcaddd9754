### Printing: the print dialog of a work order, the printers in the settings.

## The print dialog and the printers

print-on = 打印到
print-on-roll = 标签打印机
print-on-sheet = A4 标签纸 { $grid }
print-start = 起始格
print-start-note = 用过一部分的标签纸：按行数到第几格
print-copies = 份数
printers-form = A4 打印机
printers-label = 标签打印机
printers-grid = A4 标签纸
printers-grid-3x8 = 3 × 8，70 × 37 毫米
printers-grid-3x7 = 3 × 7，63.5 × 38.1 毫米
printers-size = 标签尺寸
printers-size-60x40 = 60 × 40 毫米
printers-size-70x50 = 70 × 50 毫米
printers-resolution = 标签打印机分辨率
printers-resolution-note = 条码线宽取整数个打印点
printers-resolution-203 = 203 dpi（每毫米 8 点）
printers-resolution-300 = 300 dpi
printers-right = 向右补偿
printers-down = 向下补偿
printers-offset-note = 毫米，如 0.5 或 -1.2；最多 5
printers-offset-wrong = 未保存：请填写毫米数，如 0.5 或 -1.2，最多 5
printers-test-form = 打印 A4 测试页
printers-test-label = 打印标签校准页
print-places = 打印全部位置标签

## 公司自有设备

ticket-print-internal = 打印内部维修单
form-internal = 内部维修单
error-internal_order = 未打印：{ $rma } 是本公司设备，没有客户。请改打内部维修单（internal）；客户用的单据会作出无人可享的承诺。
error-not_our_unit = 未打印：{ $rma } 是客户的产品。请打印申请单；如确属本公司设备，请先在收件时注明或录入借用登记。

## 停电用的编号标牌和空白申请单

numbered-open = 停电用标牌和申请单……
numbered-title = 停电备用号码
numbered-explain = 预留号码，逐一印在标牌或空白申请单上。手写的内容事后按该号码补录。
numbered-what = 打印
numbered-what-tags = 标牌，每张八个
numbered-what-blanks = 空白申请单
numbered-count = 数量
numbered-count-note = 1 至 200；每张纸可印 8 个标牌或 1 份申请单
numbered-make = 预留并打印
numbered-made = 已预留：{ $first } 至 { $last }
numbered-again = 重新打印同一批号码
error-not_waiting = 未打印：{ $rma } 不在等候产品。该件已到、号码已收回，或并非由本站给出。
