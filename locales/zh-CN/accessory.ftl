### 随机附件：domain/intake.rs 的 default_accessories 所列代码的用语，屏幕与纸面共用。
accessory-battery = 电池
accessory-charger = 充电器
accessory-data_cable = 数据线
accessory-lens_cap = 镜头盖
accessory-strap = 腕带 / 背带
accessory-carrying_case = 收纳包
accessory-manual = 说明书
accessory-adapter_board = 转接板
accessory-antistatic_box = 防静电盒
accessory-test_report = 出厂测试报告
