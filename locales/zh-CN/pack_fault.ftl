### 政策包为何被拒绝。编号即 crates/eligibility/src/policy/refusal.rs 中的代码。文件中的写法（字段、代码、条款号）照录；
### 作为例证的情形用文字说明。

# 出错之处，写在句子之前。
pack_fault = { $file } 第 { $line } 行：{ $fault }

## 文件

pack_fault-not_text = 不是 UTF-8 文本
pack_fault-too_large = 政策包最多 { $max_bytes } 字节
pack_fault-not_toml = 此行不符合 TOML 写法：{ $found }
pack_fault-key_twice = 此字段或条目重复：{ $found }
pack_fault-unknown_field = 此处没有“{ $field }”字段，可用字段：{ $known }
pack_fault-missing_field = 缺少“{ $field }”
pack_fault-unknown_code = “{ $found }”不是可用的代码，可用代码：{ $known }
pack_fault-not_a_number = { $found } 不是非负整数
pack_fault-not_a_text = { $found } 不是带引号的文本
pack_fault-not_yes_or_no = { $found } 既不是 true 也不是 false
pack_fault-not_a_date = { $found } 不是日期，应写作 "YYYY-MM-DD"
pack_fault-wrong_form = 此处写法不对：{ $found }

## 包头

pack_fault-id_shape = 政策包的 id 只能用字母、数字、- 和 _
pack_fault-version_shape = “{ $found }”不是版本号，版本号为以点分隔的数字
pack_fault-supersedes_newer = 政策包只能取代比自己旧的版本
pack_fault-dates_turned = effective_to 早于 effective_from
pack_fault-pack_rank = 这类政策包的 rank 应为 { $rank }

## 逐条

pack_fault-twice = { $entry } 中的 { $key } 重复
pack_fault-out_of_place = { $entry } 中不应有 { $key }
pack_fault-missing = { $entry } 中缺少 { $key }
pack_fault-no_words = { $entry } 中的 { $key } 没有 { $field } 文字
pack_fault-wrong_language = { $entry } 中的 { $key }，{ $field } 里是另一种语言的文字
pack_fault-clause_of_other_rank = 此处 { $entry } 引用的 { $clause } 属于 { $rank }；只能引用承诺本身的条款
pack_fault-clause_fixed = 此处 { $entry } 引用 { $clause }，而每份判定都为它引用 { $wanted }
pack_fault-clause_of_two = 条款 { $clause } 会排除权利，却被 { $other } 与 { $entry } 两处引用，写进结论会有两种读法
pack_fault-unknown_clause = 引用了条款 { $clause }，而政策包中没有该条款
pack_fault-above_most = { $number } 大于上限 { $most }
pack_fault-nought = 期限、下限和答复时限至少为 1
pack_fault-months_or_alternative = months 与 alternative_months 只能写一个；后者用于 2.T 表中空白的一格
pack_fault-defect_proven_elsewhere = unless_defect_proven 属于 consumable，且只属于它
pack_fault-normal_sale_outside = 正常销售不能排除在外：本承诺正是为其作出
pack_fault-reading_switch = 解读 { $reading } 的 switch 为 { $switch }，options 为 { $options }
pack_fault-reading_choice = 解读 { $reading } 只能从 { $options } 中选择
pack_fault-reading_beyond_facts = 解读 { $reading } 不能选择 { $chosen }：事实中没有它所需的内容，请选择 { $ours }
pack_fault-half_signed = 解读 { $reading } 的签署人与签署日期应同时写明，或都不写
pack_fault-no_country = 永不适用：没有写明国家的规定不适用于任何情形
pack_fault-country_shape = “{ $found }”不是国家代码，应为两个大写字母
pack_fault-unknown_country = 没有代码为“{ $found }”的国家
pack_fault-law_pack = 这是法律包，此处需要售后服务承诺的政策包
pack_fault-days_and_months = 期限以天或以月计，不能两者都写

## 政策包整体

pack_fault-unranked_conflict = 冲突而无先后：{ $prevailing }（{ $upper }）应优先于 { $yielding }（{ $lower }），后者结论不同，例如：{ $example }
pack_fault-ranks_turned = 效力顺序颠倒：{ $prevailing }（{ $upper }）应优先于 { $yielding }（{ $lower }），后者结论不同，例如：{ $example }
pack_fault-order_turned = 效力顺序颠倒：{ $upper } 应优先于 { $lower }
pack_fault-never_granted = 永不适用：条款 { $clause } 在任何情形下都不给予{ $remedy }
pack_fault-user_caused_unreachable = 条款 { $clause } 中永不适用：user_caused 针对与产品故障并存的结论，而 contradicts_product_fault 已排除并存
pack_fault-defect_proven_unreachable = 条款 { $clause } 中永不适用：contradicts_product_fault 已排除 unless_defect_proven 所说的经证明的缺陷
pack_fault-nothing_to_lift = 条款 { $clause } 中永不适用：没有可由 lifted_by 解除的效果
pack_fault-gap = 缺口：资料完整的情形得不到“{ $remedy }”的结论，仍待{ $need }（条款 { $clause }），例如：{ $example }
pack_fault-incoherent = 前后矛盾：同一情形可享受{ $granted }（{ $granted_by }）却不适用{ $denied }（{ $denied_by }），例如：{ $example }

## 与现行政策包并列

pack_fault-other_commitment = { $id } 与 { $own } 不是同一份承诺
pack_fault-not_newer = 政策包只能更新、不能倒退：{ $version } 不比已有的 { $there } 新
pack_fault-superseded_missing = 所取代的 { $version } 不存在
pack_fault-overlap = 日期重叠：{ $version } 与 { $there } 对 { $day } 购买的产品同时适用，而 { $version } 并未取代 { $there }
pack_fault-overlap_early = 日期重叠：{ $version } 与 { $there } 对最早的购买同时适用，而 { $version } 并未取代 { $there }
