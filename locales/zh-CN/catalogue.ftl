## 检测台目录与诊断短列表

catalogue-title = 检测台与短列表
catalogue-sub = { $version ->
    [0] 出厂版本
   *[other] 第 { $version } 版
  }
catalogue-explain = 各类产品的检测项目与标准，以及诊断时选用的列表。
catalogue-open-page = 打开
catalogue-shown = 显示
catalogue-list-parameter = 检测项目
catalogue-list-symptom = 现象
catalogue-list-fault = 故障
catalogue-list-cause = 原因
catalogue-list-action = 措施
catalogue-list-position = 位置
catalogue-add = 新增条目
catalogue-change = 修改 { $name }
catalogue-save = 保存为新版本
catalogue-saved = 已保存第 { $version } 版。此前的检测单与诊断保持原样。
catalogue-take-out = 不再检测
catalogue-code = 代码
catalogue-code-note = 小写字母、数字与 _；记录中使用
catalogue-name = 名称
catalogue-zh = 中文名称
catalogue-en = 英文名称
catalogue-also = 其他名称
catalogue-also-note = 资料与检测台文件中的叫法，以逗号分隔
catalogue-unit = 单位
catalogue-limit = 判定方式
catalogue-measured = 适用产品
catalogue-standard = 标准：{ $class }
catalogue-standard-note = 留空：仅由型号资料给出
catalogue-by-model = 按型号
catalogue-required = 必检
catalogue-required-on = 必检：{ $sheet }
catalogue-finding = 在承诺书中的性质
catalogue-open = 原因不明：提请质保审核员
catalogue-by-cause = 由原因决定
catalogue-defect = 材料或工艺缺陷（5.7）
catalogue-defect-not_examined = 未检查
catalogue-defect-proven = 已证实
catalogue-defect-disproved = 已排除
catalogue-meaning-fixed = 在承诺书中的性质：{ $finding }。该项不可更改；如需其他性质，请另增条目。
catalogue-needs_note = 须附文字说明
catalogue-retire = 停用：不再供选择
catalogue-state = 状态
catalogue-retired = 已停用
catalogue-versions = 版本
catalogue-version = 第 { $version } 版 · { $who } · { $when }
catalogue-shipped = 出厂版本
catalogue-back = 恢复
catalogue-back-to = { $version ->
    [0] 恢复出厂版本
   *[other] 恢复第 { $version } 版
  }
catalogue-back-explain = 将新建一个内容相同的版本。其后新增的条目改为停用，不会丢失。
limit_kind-max = 不高于
limit_kind-min = 不低于
limit_kind-range = 范围
limit_kind-equal = 等于
limit_kind-yes_no = 是否正常
