# 检测报告
paper-report-title = 检测报告
paper-report-note = 本报告仅记载检测所得；由此对客户的处理见其他单据。
paper-report-findings = 检测与维修内容
paper-report-sheet = 检测
paper-report-parameter = 参数
paper-report-standard = 标准
paper-report-value = 实测值
paper-report-result = 结论
paper-report-made = { $date }，{ $who }
paper-report-instrument = 仪器：{ $name } { $serial }，校准有效期至 { $due }
paper-report-instrument-expired = 仪器：{ $name } { $serial }，校准已于 { $due } 到期
paper-report-ambient = 环境：{ $celsius } °C，相对湿度 { $humidity } %
paper-report-soak-none = 未出现故障
paper-report-frame-before = 维修前图像：{ $name }
paper-report-frame-after = 维修后图像：{ $name }
form-report = 检测报告
error-no_bench_report = 该设备尚无检测或诊断记录。未打印。请先填写检测单或诊断。
