"""Traditional characters read as simplified ones, so that each rule and phrase is written once.

A character stands for a character: places in the reading are places in the print, and names are given as printed.
Only characters that rules, or common names of outlets, are written with are listed; the others are rarer.
"""

from __future__ import annotations

from functools import lru_cache

_PAIRS = (
    "專专業业東东絲丝兩两嚴严個个豐丰臨临為为爲为麗丽舉举義义烏乌樂乐喬乔習习鄉乡書书買买亂乱爭争於于虧亏雲云亞亚產产畝亩親亲億亿僅仅"
    "從从侖仑倉仓儀仪們们價价眾众優优會会傘伞偉伟傳传傷伤倫伦偽伪體体餘余傭佣俠侠侶侣偵侦側侧僑侨債债傾倾償偿儲储兒儿黨党蘭兰關关"
    "興兴養养獸兽內内岡冈冊册寫写軍军農农馮冯沖冲決决況况凍冻淨净減减幾几鳳凤憑凭凱凯擊击劃划劉刘則则剛刚創创刪删別别劑剂劇剧勸劝"
    "辦办務务動动勵励勁劲勞劳勢势區区醫医華华協协單单賣卖盧卢衛卫廠厂廳厅歷历曆历壓压厭厌廁厕縣县參参雙双發发髮发變变敘叙葉叶號号"
    "嘆叹後后嚇吓嗎吗啟启啓启吳吴員员聽听週周咨咨響响喚唤嘗尝團团園园圍围國国圖图圓圆聖圣場场壞坏塊块堅坚壇坛壩坝墳坟墜坠壘垒墾垦"
    "墊垫聲声殼壳處处備备複复復复夠够頭头夾夹奪夺奮奋獎奖婦妇媽妈孫孙學学寧宁寶宝實实審审憲宪宮宫寬宽賓宾對对尋寻導导壽寿將将爾尔"
    "塵尘嘗尝層层屆届屬属歲岁豈岂島岛峽峡嶺岭崗岗幣币帥帅師师帳帐帶带幫帮幹干廣广莊庄慶庆廬庐庫库應应廟庙廢废開开異异棄弃張张彌弥"
    "彎弯彈弹強强歸归當当錄录彙汇徹彻徑径憶忆懷怀態态憐怜總总戀恋懇恳惡恶懸悬驚惊憑凭慘惨懶懒戲戏戰战戶户撲扑執执擴扩掃扫揚扬擾扰"
    "撫抚搶抢護护報报擔担擬拟擁拥擇择掛挂揮挥損损換换據据捨舍擺摆攝摄攜携敵敌數数斂敛斷断無无舊旧時时曠旷曉晓暫暂術术機机殺杀雜杂"
    "權权條条來来楊杨極极構构樞枢槍枪標标棧栈欄栏樹树樣样橋桥檔档檢检樓楼歐欧歡欢殘残畢毕氣气漢汉湯汤溝沟沒没滬沪淚泪澤泽潔洁濁浊"
    "測测濟济濃浓渾浑塗涂濤涛澇涝潤润漲涨漁渔滲渗溫温灣湾濕湿滾滚滿满濾滤濱滨灘滩灑洒燈灯靈灵災灾爐炉點点煉炼煙烟熱热燒烧營营愛爱"
    "爺爷牆墙牽牵犧牺狀状猶犹獨独獲获瑪玛環环現现璽玺電电畫画暢畅療疗瘋疯癥症盜盗盤盘監监蓋盖礦矿碼码磚砖確确禮礼禍祸種种積积稱称"
    "穩稳窮穷競竞筆笔籤签簽签簡简籌筹範范類类糧粮緊紧級级約约紅红紀纪純纯綱纲納纳縱纵紛纷紙纸紡纺線线練练組组細细織织終终紹绍經经"
    "結结繞绕繪绘給给絡络絕绝統统繼继績绩續续維维綿绵綜综綠绿網网羅罗罰罚聯联職职聞闻肅肃腦脑膽胆勝胜臉脸藝艺節节蘇苏範范莖茎薦荐"
    "藥药蕭萧薩萨藍蓝蔣蒋虛虚蟲虫補补裝装裡里裏里見见觀观規规視视覽览覺觉觸触訂订計计訊讯討讨訓训議议記记講讲許许論论設设訪访證证"
    "評评識识訴诉詞词試试詩诗話话該该詳详語语誤误說说請请諸诸讀读課课調调談谈謝谢譯译護护譜谱貝贝負负財财責责賢贤敗败貨货質质貧贫"
    "購购貫贯貴贵貿贸費费賀贺資资賽赛贊赞贏赢趙赵趨趋躍跃踐践車车軌轨轉转輪轮軟软載载輕轻較较輛辆輯辑輸输邊边遼辽達达遷迁過过運运"
    "還还這这進进遠远違违連连遲迟適适選选遞递郵邮鄭郑鄰邻醫医釋释針针鐘钟鋼钢錢钱鐵铁鈴铃鉛铅銀银銅铜鋪铺鏈链銷销鎖锁鍵键鏡镜長长"
    "門门閃闪閉闭問问閒闲間间閱阅闊阔隊队陽阳陰阴階阶際际陸陆陳陈險险隨随隱隐難难靜静頁页頂顶項项順顺須须預预領领頻频題题顏颜額额"
    "風风飛飞飯饭飲饮館馆馬马馳驰駐驻駛驶驗验驅驱騰腾魚鱼鮮鲜鳥鸟鴻鸿鵬鹏黃黄齊齐齡龄龍龙龜龟臺台籲吁誌志週周係系繫系製制佈布佔占"
    "併并並并採采徵征麵面鬆松鐘钟註注傑杰註注衆众祕秘綫线編编讚赞瀏浏錯错糾纠縮缩諾诺紐纽賬账辭辞闢辟鐳镭鑑鉴奧奥蘋苹葦苇韋韦緬缅蒙蒙寮寮"
)
_TABLE = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))


@lru_cache(maxsize=512)  # many rules read the same line
def simplified(text: str) -> str:
    """The text with simplified characters, of the same length."""
    return text if text.isascii() else text.translate(_TABLE)


def as_printed(value: str | None, reading: str, printed: str) -> str | None:
    """What stands in the print where `value` stands in its reading; the value itself where it stands nowhere whole."""
    place = reading.find(value) if value and reading != printed else -1
    return printed[place : place + len(value)] if value and place >= 0 else value
