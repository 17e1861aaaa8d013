<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>エラー%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>警告%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Album</source>
        <translation>アルバム(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外観(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back 5 seconds</source>
        <translation>5秒戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Change keys…</source>
        <translation>キーの割り当てを変更(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy the line</source>
        <translation>この行をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy this line</source>
        <translation>この行をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Essay</source>
        <translation>エッセイ(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Forward 5 seconds</source>
        <translation>5秒進む(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>フルスクリーン(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>ギャラリー(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Go to this line</source>
        <translation>この行から再生(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キーの一覧(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Leave full screen</source>
        <translation>フルスクリーンを解除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Look at this picture</source>
        <translation>この画像を見る(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Louder</source>
        <translation>音量を上げる(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;More contrast</source>
        <translation>コントラストを上げる(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>ミュート(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Next captions</source>
        <translation>次の字幕(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next track</source>
        <translation>次の曲(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Notes and credits</source>
        <translation>解説とクレジット(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>オフ(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>再生／一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play this song</source>
        <translation>この曲を再生(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Problems of the album</source>
        <translation>アルバムの問題(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近開いたアルバム(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Songs</source>
        <translation>曲(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start of the track</source>
        <translation>曲の先頭へ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>歌詞(&amp;W)</translation>
    </message>
    <message>
        <source>*{name} stands inside what it stands for</source>
        <translation>*{name}が、それ自身の指す内容の中で使われています</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>1 to 5 again</source>
        <translation>1～5 をもう一度</translation>
    </message>
    <message>
        <source>99 % within</source>
        <translation>99%の範囲</translation>
    </message>
    <message>
        <source>&lt;&lt; takes in groups of keys, and this is none</source>
        <translation>&lt;&lt; で取り込めるのはキーのグループだけですが、これはそうではありません</translation>
    </message>
    <message>
        <source>A visual album is songs and a film, together</source>
        <translation>ビジュアルアルバムは、曲と映像がひとつになった作品です</translation>
    </message>
    <message>
        <source>All keys are the original ones again.</source>
        <translation>すべてのキーを初期設定に戻しました。</translation>
    </message>
    <message>
        <source>An album is playing</source>
        <translation>アルバムを再生中</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>ほか{count}件。</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>At the end of the album</source>
        <translation>アルバムの終了時</translation>
    </message>
    <message>
        <source>At the end of this track</source>
        <translation>この曲の終了時</translation>
    </message>
    <message>
        <source>Back to 0</source>
        <translation>0 に戻す</translation>
    </message>
    <message>
        <source>Back to the stage (Esc)</source>
        <translation>再生画面に戻る (Esc)</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>補正</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Caption lan&amp;guage</source>
        <translation>字幕の言語(&amp;G)</translation>
    </message>
    <message>
        <source>Captions: {language}</source>
        <translation>字幕: {language}</translation>
    </message>
    <message>
        <source>Close the problems</source>
        <translation>問題の一覧を閉じる</translation>
    </message>
    <message>
        <source>Close what else plays or records, and try again.</source>
        <translation>ほかの再生や録音を終えてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>再生コントロール</translation>
    </message>
    <message>
        <source>Copied: {line}</source>
        <translation>コピーしました: {line}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>Copy all problems</source>
        <translation>すべての問題をコピー</translation>
    </message>
    <message>
        <source>Copy this problem</source>
        <translation>この問題をコピー</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>クレジット</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>ダブルクリック</translation>
    </message>
    <message>
        <source>Drop one here, as its manifest (NAME.visualalbum.yaml), its folder or a bundle (a zip), or open one.</source>
        <translation>マニフェスト（名前.visualalbum.yaml）、フォルダー、またはバンドル（zip）をここにドロップするか、アルバムを開いてください。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Essay</source>
        <translation>エッセイ</translation>
    </message>
    <message>
        <source>F&amp;ilm alone</source>
        <translation>映像のみ(&amp;I)</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>Fin&amp;d a song…</source>
        <translation>曲を探す(&amp;D)…</translation>
    </message>
    <message>
        <source>For {device} with {screen}</source>
        <translation>{device} と {screen} に使います</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>ギャラリー</translation>
    </message>
    <message>
        <source>Go to a field and press the key that you want; Backspace takes it away.</source>
        <translation>欄に移って、割り当てるキーを押してください。Backspace で割り当てを消します。</translation>
    </message>
    <message>
        <source>Goes on at {time} of {track}</source>
        <translation>「{track}」の{time}から再開します</translation>
    </message>
    <message>
        <source>How late a screen is cannot be heard: see whether bar and mark meet, then keep it.</source>
        <translation>画面の遅れは音では測れません。バーと目印が重なるか目で確かめてから保存してください。</translation>
    </message>
    <message>
        <source>In {minutes} minutes</source>
        <translation>{minutes}分後</translation>
    </message>
    <message>
        <source>It is not kept: {file} cannot be written</source>
        <translation>保存できません: {file} に書き込めません</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep this offset (Enter)</source>
        <translation>この補正値を保存 (Enter)</translation>
    </message>
    <message>
        <source>Key for {command}</source>
        <translation>「{command}」のキー</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キーの割り当て</translation>
    </message>
    <message>
        <source>L&amp;ess motion</source>
        <translation>動きを減らす(&amp;E)</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>言語 / Language(&amp;U)</translation>
    </message>
    <message>
        <source>Last take, worst take</source>
        <translation>直前の切り替え、最悪の切り替え</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Leave it as it was (Esc)</source>
        <translation>元のままにする (Esc)</translation>
    </message>
    <message>
        <source>Listening: {count} of {wanted} clicks</source>
        <translation>測定中: {wanted} 回のクリックのうち {count} 回</translation>
    </message>
    <message>
        <source>Media keys</source>
        <translation>メディアキー</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>Menu, Shift + F10</source>
        <translation>メニュー、Shift + F10</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>ミュート中</translation>
    </message>
    <message>
        <source>Next picture (Right)</source>
        <translation>次の画像 (→)</translation>
    </message>
    <message>
        <source>No captions</source>
        <translation>字幕なし</translation>
    </message>
    <message>
        <source>No editor is set up for such files.</source>
        <translation>この種類のファイルを開くエディターが設定されていません。</translation>
    </message>
    <message>
        <source>No file manager opens {folder}</source>
        <translation>{folder}を開けるファイルマネージャーがありません</translation>
    </message>
    <message>
        <source>No film that is heard here has captions</source>
        <translation>ここで音声が流れる映像には字幕がありません</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>No line to copy yet</source>
        <translation>コピーできる行がまだありません</translation>
    </message>
    <message>
        <source>No offset (0)</source>
        <translation>補正なし (0)</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>問題はありません</translation>
    </message>
    <message>
        <source>No words on the picture</source>
        <translation>映像の上の歌詞: オフ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>解説</translation>
    </message>
    <message>
        <source>Nothing of it can be played as it is.</source>
        <translation>このままでは何も再生できません。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Offset: {offset}</source>
        <translation>補正値: {offset}</translation>
    </message>
    <message>
        <source>On a song: play it; on the stage: full screen</source>
        <translation>曲の上で再生、再生画面の上でフルスクリーン</translation>
    </message>
    <message>
        <source>Only {heard} of {played} clicks stand out from what the source hears.</source>
        <translation>{played} 回のクリックのうち、聞き分けられたのは {heard} 回だけです。</translation>
    </message>
    <message>
        <source>Open an album</source>
        <translation>アルバムを開く</translation>
    </message>
    <message>
        <source>Open an album…</source>
        <translation>アルバムを開く…</translation>
    </message>
    <message>
        <source>Open the editor at this problem</source>
        <translation>この問題の箇所をエディターで開く</translation>
    </message>
    <message>
        <source>Open {file} at line {line} yourself, or name a graphical editor in $VISUAL.</source>
        <translation>{file}の{line}行目をご自分で開くか、$VISUALにウィンドウで開くエディターを指定してください。</translation>
    </message>
    <message>
        <source>P&amp;revious track</source>
        <translation>前の曲(&amp;R)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Picture and sound go by what the sound device says.</source>
        <translation>映像と音は、音声デバイスの申告どおりに合わせます。</translation>
    </message>
    <message>
        <source>Picture and sound together</source>
        <translation>映像と音を合わせる</translation>
    </message>
    <message>
        <source>Picture later by {count} ms</source>
        <translation>映像を {count} ms 遅く</translation>
    </message>
    <message>
        <source>Picture sooner by {count} ms</source>
        <translation>映像を {count} ms 早く</translation>
    </message>
    <message>
        <source>Picture to song, now</source>
        <translation>映像と曲のずれ（現在）</translation>
    </message>
    <message>
        <source>Pictures shown, late, lost</source>
        <translation>フレーム（表示、遅延、欠落）</translation>
    </message>
    <message>
        <source>Place in the track</source>
        <translation>曲の再生位置</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Play, pause, stop, next and previous</source>
        <translation>再生、一時停止、停止、次へ、前へ</translation>
    </message>
    <message>
        <source>Previous picture (Left)</source>
        <translation>前の画像 (←)</translation>
    </message>
    <message>
        <source>Problems of the album</source>
        <translation>アルバムの問題</translation>
    </message>
    <message>
        <source>PyAV here has no encoder for film, so the picture cannot be made</source>
        <translation>このPyAVには映像のエンコーダーがないため、画面を用意できません</translation>
    </message>
    <message>
        <source>Reading the album</source>
        <translation>アルバムを読み込み中</translation>
    </message>
    <message>
        <source>Reading the album: {done} of {total} files</source>
        <translation>アルバムを読み込み中: {total}件中{done}件</translation>
    </message>
    <message>
        <source>Ready ahead: sound, next film</source>
        <translation>先読み：音、次の映像</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>権利表記</translation>
    </message>
    <message>
        <source>S&amp;ofter</source>
        <translation>音量を下げる(&amp;O)</translation>
    </message>
    <message>
        <source>Sa&amp;ve the picture shown</source>
        <translation>表示中の画面を保存(&amp;V)</translation>
    </message>
    <message>
        <source>Saved in {folder}: {file}</source>
        <translation>{folder}に保存しました: {file}</translation>
    </message>
    <message>
        <source>Show in &amp;file manager</source>
        <translation>ファイルマネージャーで表示(&amp;F)</translation>
    </message>
    <message>
        <source>Sl&amp;eep timer</source>
        <translation>スリープタイマー(&amp;E)</translation>
    </message>
    <message>
        <source>Sleep in {minutes} min</source>
        <translation>あと{minutes}分</translation>
    </message>
    <message>
        <source>Sleep in {seconds} s</source>
        <translation>あと{seconds}秒</translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation>スリープタイマー</translation>
    </message>
    <message>
        <source>Sleep timer on</source>
        <translation>スリープ</translation>
    </message>
    <message>
        <source>Sleep timer: ne&amp;xt choice</source>
        <translation>スリープタイマーを切り替え(&amp;X)</translation>
    </message>
    <message>
        <source>Sleep timer: {choice}</source>
        <translation>スリープタイマー: {choice}</translation>
    </message>
    <message>
        <source>Something failed.</source>
        <translation>問題が発生しました。</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>曲</translation>
    </message>
    <message>
        <source>Songs &amp;alone</source>
        <translation>曲のみ(&amp;A)</translation>
    </message>
    <message>
        <source>Songs and film &amp;together</source>
        <translation>曲と映像(&amp;T)</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音声出力</translation>
    </message>
    <message>
        <source>Sound o&amp;utput</source>
        <translation>音の出力先(&amp;U)</translation>
    </message>
    <message>
        <source>Sound ran dry</source>
        <translation>音切れ</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>再生画面</translation>
    </message>
    <message>
        <source>Still reading {album}: its disk may be slow. Wait, or cancel and open it from another disk.</source>
        <translation>{album}を読み込み中です。ディスクが遅いのかもしれません。このまま待つか、キャンセルして別のディスクから開いてください。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop opening the album</source>
        <translation>アルバムを開くのを中止</translation>
    </message>
    <message>
        <source>Sync f&amp;igures</source>
        <translation>同期情報(&amp;I)</translation>
    </message>
    <message>
        <source>Sync figures</source>
        <translation>同期情報</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>The clicks are heard {later} ms late, {within} ms more or less, which is no one delay.</source>
        <translation>クリックの遅れは {later} ms ですが、前後 {within} ms のばらつきがあり、一つの値に定まりません。</translation>
    </message>
    <message>
        <source>The keys hold for this run only: {file} cannot be written</source>
        <translation>{file}に書き込めないため、キーの割り当ては今回の起動中のみ有効です</translation>
    </message>
    <message>
        <source>The picture cannot be saved in {folder}: {reason}.</source>
        <translation>{folder}に画像を保存できません: {reason}。</translation>
    </message>
    <message>
        <source>The picture comes {count} ms sooner, for a screen that shows it late.</source>
        <translation>画面の遅れに合わせて、映像を {count} ms 早く出します。</translation>
    </message>
    <message>
        <source>The picture waits {count} ms for a sound that is heard late.</source>
        <translation>音の遅れに合わせて、映像を {count} ms 待たせます。</translation>
    </message>
    <message>
        <source>The sound is heard {count} ms later than the device says (±{within} ms, {clicks} clicks).</source>
        <translation>音はデバイスの申告より {count} ms 遅く聞こえます (±{within} ms、クリック {clicks} 回)。</translation>
    </message>
    <message>
        <source>The sound is heard {count} ms sooner than the device says (±{within} ms, {clicks} clicks).</source>
        <translation>音はデバイスの申告より {count} ms 早く聞こえます (±{within} ms、クリック {clicks} 回)。</translation>
    </message>
    <message>
        <source>The source is silent while the clicks play.</source>
        <translation>クリックの再生中、入力に音がありません。</translation>
    </message>
    <message>
        <source>The still {file} cannot be read ({reason}); another picture stands in for it</source>
        <translation>静止画{file}を読み込めません（{reason}）。代わりに別の画像を表示します</translation>
    </message>
    <message>
        <source>There are no words here</source>
        <translation>ここには歌詞がありません</translation>
    </message>
    <message>
        <source>There is no NAME.visualalbum.yaml in {folder}: drop the album&apos;s own folder or manifest</source>
        <translation>{folder}に「名前.visualalbum.yaml」がありません。アルバムのフォルダーかマニフェストをドロップしてください</translation>
    </message>
    <message>
        <source>These words are the captions of the film</source>
        <translation>この歌詞は映像の字幕です</translation>
    </message>
    <message>
        <source>This holds for this run only: {file} cannot be written</source>
        <translation>{file}に書き込めないため、この設定は今回の起動中のみ有効です</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>このマシン</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>曲と映像</translation>
    </message>
    <message>
        <source>Trims, relocates, takes</source>
        <translation>微調整、再シーク、切り替え</translation>
    </message>
    <message>
        <source>Turn sound and source up, or name another source.</source>
        <translation>音量と入力レベルを上げるか、別の入力を指定してください。</translation>
    </message>
    <message>
        <source>Turn the sound up, bring the microphone nearer, and let the room be quiet.</source>
        <translation>音量を上げ、マイクを近づけ、部屋を静かにしてください。</translation>
    </message>
    <message>
        <source>Type the beginning of a title or a song&apos;s number, and Enter to play it</source>
        <translation>曲名の先頭か曲番号を入力し、Enterで再生</translation>
    </message>
    <message>
        <source>Unpacking {bundle}: {percent} %</source>
        <translation>{bundle}を展開中：{percent} %</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>無題</translation>
    </message>
    <message>
        <source>Use the &amp;original keys</source>
        <translation>初期設定に戻す(&amp;O)</translation>
    </message>
    <message>
        <source>Visual albums (*.visualalbum.yaml *.visualalbum.yml *.zip);;YAML (*.yaml *.yml);;All files (*)</source>
        <translation>ビジュアルアルバム (*.visualalbum.yaml *.visualalbum.yml *.zip);;YAML (*.yaml *.yml);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Volume {percent} %</source>
        <translation>音量 {percent}%</translation>
    </message>
    <message>
        <source>Walk through the controls; Enter presses one</source>
        <translation>コントロールを順に移動、Enterで実行</translation>
    </message>
    <message>
        <source>Walk through what is shown beside the stage</source>
        <translation>再生画面の横の内容をたどる</translation>
    </message>
    <message>
        <source>What can be done with a line, a song, a picture</source>
        <translation>行・曲・画像でできること</translation>
    </message>
    <message>
        <source>What is played</source>
        <translation>再生する内容</translation>
    </message>
    <message>
        <source>What is right still plays.</source>
        <translation>問題のない部分は再生できます。</translation>
    </message>
    <message>
        <source>What is shown beside the stage</source>
        <translation>再生画面の横に表示する内容</translation>
    </message>
    <message>
        <source>What played before plays on until this is mended.</source>
        <translation>修正されるまで、これまでの内容で再生を続けます。</translation>
    </message>
    <message>
        <source>Where the bar does not meet the mark at the click, move it there with the arrow keys (with Shift: finely).</source>
        <translation>クリックの瞬間にバーが目印と重なるように、矢印キーで動かしてください (Shift で細かく)。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>歌詞</translation>
    </message>
    <message>
        <source>Words &amp;later</source>
        <translation>歌詞を遅くする(&amp;L)</translation>
    </message>
    <message>
        <source>Words &amp;sooner</source>
        <translation>歌詞を早くする(&amp;S)</translation>
    </message>
    <message>
        <source>Words and translation on the picture</source>
        <translation>映像の上の歌詞: 訳も表示</translation>
    </message>
    <message>
        <source>Words as &amp;written</source>
        <translation>歌詞のタイミングを元に戻す(&amp;W)</translation>
    </message>
    <message>
        <source>Words as written</source>
        <translation>歌詞のタイミング: 元のまま</translation>
    </message>
    <message>
        <source>Words on the &amp;picture</source>
        <translation>映像に歌詞を重ねる(&amp;P)</translation>
    </message>
    <message>
        <source>Words on the picture</source>
        <translation>映像の上の歌詞: オン</translation>
    </message>
    <message>
        <source>Words {ms} ms later</source>
        <translation>歌詞のタイミング: {ms}ミリ秒遅く</translation>
    </message>
    <message>
        <source>Words {ms} ms sooner</source>
        <translation>歌詞のタイミング: {ms}ミリ秒早く</translation>
    </message>
    <message>
        <source>a NUL byte</source>
        <translation>NULバイト</translation>
    </message>
    <message>
        <source>a backslash in double quotes gives a number that is no character</source>
        <translation>二重引用符の中のバックスラッシュが、文字に当たらない番号を指しています</translation>
    </message>
    <message>
        <source>a backslash in double quotes stands before a letter that means nothing</source>
        <translation>二重引用符の中のバックスラッシュの後に、意味のない文字があります</translation>
    </message>
    <message>
        <source>a backslash in double quotes starts the number of a character, and it is incomplete</source>
        <translation>二重引用符の中のバックスラッシュで始まる文字番号が、途中で終わっています</translation>
    </message>
    <message>
        <source>a byte order mark in the middle of the text</source>
        <translation>バイトオーダーマーク（本文の途中）</translation>
    </message>
    <message>
        <source>a chapter of the notes</source>
        <translation>解説の章</translation>
    </message>
    <message>
        <source>a control character (U+{number})</source>
        <translation>制御文字（U+{number}）</translation>
    </message>
    <message>
        <source>a credit</source>
        <translation>クレジット</translation>
    </message>
    <message>
        <source>a diary entry</source>
        <translation>日記の記事</translation>
    </message>
    <message>
        <source>a file&apos;s path is empty</source>
        <translation>ファイルのパスが空です</translation>
    </message>
    <message>
        <source>a film</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>a group of keys</source>
        <translation>キーのグループ</translation>
    </message>
    <message>
        <source>a key is one word, and this is {kind}</source>
        <translation>キーは1つの語ですが、これは{kind}です</translation>
    </message>
    <message>
        <source>a line end of another kind (NEL)</source>
        <translation>別種の改行（NEL）</translation>
    </message>
    <message>
        <source>a line end of another kind (U+2028)</source>
        <translation>別種の改行（U+2028）</translation>
    </message>
    <message>
        <source>a line end of another kind (U+2029)</source>
        <translation>別種の改行（U+2029）</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>a manifest is a group of keys, and this is {kind}</source>
        <translation>マニフェストはキーのグループですが、これは{kind}です</translation>
    </message>
    <message>
        <source>a manifest needs no more than a few levels</source>
        <translation>マニフェストに必要な階層は数段までです。階層を減らしてください</translation>
    </message>
    <message>
        <source>a panel</source>
        <translation>パネル</translation>
    </message>
    <message>
        <source>a part</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>a screening</source>
        <translation>上映</translation>
    </message>
    <message>
        <source>a second colon makes another key of this line</source>
        <translation>2つ目のコロンのため、この行が別のキーとして扱われます</translation>
    </message>
    <message>
        <source>a second document starts here</source>
        <translation>ここから2つ目の文書が始まっています</translation>
    </message>
    <message>
        <source>a segment</source>
        <translation>セグメント</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>単一の値</translation>
    </message>
    <message>
        <source>a single value belongs here, and this is {kind}</source>
        <translation>ここには単一の値を書きますが、これは{kind}です</translation>
    </message>
    <message>
        <source>a song</source>
        <translation>曲</translation>
    </message>
    <message>
        <source>a source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>a still</source>
        <translation>静止画</translation>
    </message>
    <message>
        <source>a tab stands where spaces indent</source>
        <translation>字下げの空白の位置にタブがあります</translation>
    </message>
    <message>
        <source>a tempo</source>
        <translation>テンポ</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>a track</source>
        <translation>トラック</translation>
    </message>
    <message>
        <source>a value is missing here</source>
        <translation>ここに値がありません</translation>
    </message>
    <message>
        <source>add film: ID</source>
        <translation>film: IDを書き加えてください</translation>
    </message>
    <message>
        <source>an escape here makes a control character</source>
        <translation>ここのエスケープは制御文字になります</translation>
    </message>
    <message>
        <source>an item of a list cannot start here</source>
        <translation>リストの項目をここから始めることはできません</translation>
    </message>
    <message>
        <source>an item of the programme</source>
        <translation>プログラムの項目</translation>
    </message>
    <message>
        <source>an item of the programme is one thing, and this is none or several</source>
        <translation>プログラムの1項目に書けるのは1つだけですが、ここには1つもないか、複数あります</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>言語の指定なし</translation>
    </message>
    <message>
        <source>as {name}</source>
        <translation>{name}役</translation>
    </message>
    <message>
        <source>brackets are nested too deeply</source>
        <translation>括弧の入れ子が深すぎます</translation>
    </message>
    <message>
        <source>cannot be handed over: {reason}</source>
        <translation>結果を渡せません: {reason}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>読み込めません</translation>
    </message>
    <message>
        <source>captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>carry them over to the minutes</source>
        <translation>超えた分を「分」に繰り上げてください</translation>
    </message>
    <message>
        <source>check the file and its permissions</source>
        <translation>ファイルとその権限を確認してください</translation>
    </message>
    <message>
        <source>choose an earlier in-point</source>
        <translation>イン点を早めてください</translation>
    </message>
    <message>
        <source>choose an earlier out-point, or leave it out</source>
        <translation>アウト点を早めるか、省いてください</translation>
    </message>
    <message>
        <source>choose an earlier place</source>
        <translation>位置を早めてください</translation>
    </message>
    <message>
        <source>close it</source>
        <translation>閉じてください</translation>
    </message>
    <message>
        <source>close it before the line of dashes or dots</source>
        <translation>--- や ... の行より前で閉じてください</translation>
    </message>
    <message>
        <source>convert the film</source>
        <translation>映像を変換してください</translation>
    </message>
    <message>
        <source>convert the film to H.264 in MP4</source>
        <translation>映像をMP4（H.264）に変換してください</translation>
    </message>
    <message>
        <source>copy it anew</source>
        <translation>コピーし直してください</translation>
    </message>
    <message>
        <source>copy it to another disk, or make it again</source>
        <translation>別のディスクにコピーするか、作り直してください</translation>
    </message>
    <message>
        <source>copy or download it again</source>
        <translation>コピーまたはダウンロードし直してください</translation>
    </message>
    <message>
        <source>copy or make it again</source>
        <translation>コピーし直すか、作り直してください</translation>
    </message>
    <message>
        <source>deck {deck} failed: {reason}</source>
        <translation>デッキ{deck}でエラーが発生しました: {reason}</translation>
    </message>
    <message>
        <source>deck {deck} hung in libVLC and was replaced</source>
        <translation>デッキ{deck}がlibVLCで応答しなくなったため、交換しました</translation>
    </message>
    <message>
        <source>delete it; if this is no text file, name another one</source>
        <translation>削除してください。テキストファイルでなければ、別のファイルを指定してください</translation>
    </message>
    <message>
        <source>delete the declaration and write its text where it is used</source>
        <translation>宣言を削除し、使う場所にその文字列を直接書いてください</translation>
    </message>
    <message>
        <source>did you mean {name}?</source>
        <translation>{name}のことですか？</translation>
    </message>
    <message>
        <source>does not keep up: pictures are a frame off</source>
        <translation>追いつけません：映像が1コマずれています</translation>
    </message>
    <message>
        <source>does not keep up: the sound ran dry</source>
        <translation>追いつけません：音が途切れました</translation>
    </message>
    <message>
        <source>elements lie more than {most} deep here</source>
        <translation>ここの要素の階層が{most}段を超えています</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>exchange them, or mend one</source>
        <translation>入れ替えるか、どちらかを直してください</translation>
    </message>
    <message>
        <source>exchange them, or mend the wrong one</source>
        <translation>入れ替えるか、間違っているほうを直してください</translation>
    </message>
    <message>
        <source>frames count from 0 to {last}</source>
        <translation>コマは0から{last}までで数えてください</translation>
    </message>
    <message>
        <source>free some space in {folder}</source>
        <translation>{folder}の空き容量を増やしてください</translation>
    </message>
    <message>
        <source>free some space there</source>
        <translation>そこの空き容量を増やしてください</translation>
    </message>
    <message>
        <source>get the bundle again</source>
        <translation>バンドルを入手し直してください</translation>
    </message>
    <message>
        <source>give each p a begin</source>
        <translation>各pにbeginを付けてください</translation>
    </message>
    <message>
        <source>give it a begin</source>
        <translation>beginを付けてください</translation>
    </message>
    <message>
        <source>give one of them another</source>
        <translation>どちらかを別のIDに変えてください</translation>
    </message>
    <message>
        <source>give one of them another name</source>
        <translation>どちらかの名前を変えてください</translation>
    </message>
    <message>
        <source>give yourself the right to read it</source>
        <translation>読み取りの権限を付けてください</translation>
    </message>
    <message>
        <source>has a backslash in it, which leads elsewhere on another system</source>
        <translation>バックスラッシュを含み、ほかのシステムでは別の場所を指します</translation>
    </message>
    <message>
        <source>has a control character or a line end in it</source>
        <translation>制御文字か改行を含んでいます</translation>
    </message>
    <message>
        <source>has an empty part, or one that ends with a dot or a blank, which is another name on another system</source>
        <translation>名前の一部が空か、ドットや空白で終わっていて、ほかのシステムでは別の名前になります</translation>
    </message>
    <message>
        <source>if it is one, pack it without compression</source>
        <translation>アルバムであれば、圧縮せずにまとめてください</translation>
    </message>
    <message>
        <source>in and out belong to a film, and this item has none</source>
        <translation>inとoutは映像に対して書きますが、この項目には映像がありません</translation>
    </message>
    <message>
        <source>indent it like the lines it belongs to</source>
        <translation>同じまとまりの行に字下げをそろえてください</translation>
    </message>
    <message>
        <source>indent with spaces</source>
        <translation>空白で字下げしてください</translation>
    </message>
    <message>
        <source>install PortAudio (Debian: libportaudio2 and libasound2-plugins)</source>
        <translation>PortAudioをインストールしてください（Debian: libportaudio2とlibasound2-plugins）</translation>
    </message>
    <message>
        <source>install libVLC (Debian: libvlc5 and vlc-plugin-base)</source>
        <translation>libVLCをインストールしてください（Debian: libvlc5とvlc-plugin-base）</translation>
    </message>
    <message>
        <source>is a device&apos;s name on Windows</source>
        <translation>Windowsではデバイスの名前です</translation>
    </message>
    <message>
        <source>is longer than a file&apos;s name can be</source>
        <translation>ファイル名として長すぎます</translation>
    </message>
    <message>
        <source>it is not where the bundle&apos;s list has it</source>
        <translation>バンドルの一覧が示す位置にありません</translation>
    </message>
    <message>
        <source>it may be newer than this program, or a slip</source>
        <translation>このプログラムより新しいか、書き間違いかもしれません</translation>
    </message>
    <message>
        <source>it was not done after {seconds} s and was stopped</source>
        <translation>{seconds}秒たっても終わらないため、中止しました</translation>
    </message>
    <message>
        <source>its bytes are not those that were packed</source>
        <translation>内容がまとめたときと異なります</translation>
    </message>
    <message>
        <source>its keys are {keys}</source>
        <translation>使えるキー: {keys}</translation>
    </message>
    <message>
        <source>its letters are put together differently (Unicode NFC, NFD): copy the name from the folder</source>
        <translation>文字の合成方法（UnicodeのNFC、NFD）が異なります。フォルダーから名前をコピーしてください</translation>
    </message>
    <message>
        <source>its name cannot be</source>
        <translation>ありえない名前です</translation>
    </message>
    <message>
        <source>its sum is not the one in {file}</source>
        <translation>チェックサムが{file}のものと一致しません</translation>
    </message>
    <message>
        <source>its worker process ended with status {status}</source>
        <translation>作業プロセスが状態{status}で終了しました</translation>
    </message>
    <message>
        <source>its worker process was ended by signal {number}</source>
        <translation>作業プロセスがシグナル{number}で終了しました</translation>
    </message>
    <message>
        <source>its worker process was ended by {signal}</source>
        <translation>作業プロセスが{signal}で終了しました</translation>
    </message>
    <message>
        <source>keep one of them</source>
        <translation>どちらか1つだけ残してください</translation>
    </message>
    <message>
        <source>keeps up</source>
        <translation>追いついています</translation>
    </message>
    <message>
        <source>leads out of the bundle</source>
        <translation>バンドルの外を指しています</translation>
    </message>
    <message>
        <source>let it last longer, or take it out</source>
        <translation>長くするか、取り除いてください</translation>
    </message>
    <message>
        <source>libVLC does not start</source>
        <translation>libVLCが起動しません</translation>
    </message>
    <message>
        <source>libVLC does not start: its plugins are missing or broken</source>
        <translation>libVLCが起動しません。プラグインがないか、壊れています</translation>
    </message>
    <message>
        <source>libVLC finds no way to play on {device}</source>
        <translation>libVLCは{device}で再生できません</translation>
    </message>
    <message>
        <source>libVLC is not installed, so no film can be shown ({reason})</source>
        <translation>libVLCがインストールされていないため、映像を表示できません（{reason}）</translation>
    </message>
    <message>
        <source>lists and groups are nested more than {most} deep</source>
        <translation>リストやグループの入れ子が{most}段を超えています</translation>
    </message>
    <message>
        <source>look at its name and folder</source>
        <translation>名前とフォルダーを確認してください</translation>
    </message>
    <message>
        <source>look for a missing quote, colon or bracket, or for wrong indentation</source>
        <translation>引用符、コロン、括弧の抜けや、字下げの間違いがないか確認してください</translation>
    </message>
    <message>
        <source>look for aliases of aliases</source>
        <translation>エイリアスのエイリアスがないか確認してください</translation>
    </message>
    <message>
        <source>look for the missing ] or comma</source>
        <translation>] またはコンマの抜けを確認してください</translation>
    </message>
    <message>
        <source>look for the missing } or comma</source>
        <translation>} またはコンマの抜けを確認してください</translation>
    </message>
    <message>
        <source>lyrics</source>
        <translation>歌詞</translation>
    </message>
    <message>
        <source>make it again, or convert it to FLAC, MP4 or PNG</source>
        <translation>作り直すか、FLAC、MP4、PNGに変換してください</translation>
    </message>
    <message>
        <source>make room there, and let yourself write to it</source>
        <translation>そこの空き容量を増やし、書き込みの権限を付けてください</translation>
    </message>
    <message>
        <source>make the folder writable</source>
        <translation>フォルダーに書き込めるようにしてください</translation>
    </message>
    <message>
        <source>mend it</source>
        <translation>直してください</translation>
    </message>
    <message>
        <source>mend it or beats_per_bar</source>
        <translation>これかbeats_per_barを直してください</translation>
    </message>
    <message>
        <source>mend it, or name another</source>
        <translation>直すか、別のファイルを指定してください</translation>
    </message>
    <message>
        <source>mend it, or name another file</source>
        <translation>直すか、別のファイルを指定してください</translation>
    </message>
    <message>
        <source>mend its time</source>
        <translation>時刻を直してください</translation>
    </message>
    <message>
        <source>mend its times</source>
        <translation>時刻を直してください</translation>
    </message>
    <message>
        <source>mend the first ones</source>
        <translation>最初のものから直してください</translation>
    </message>
    <message>
        <source>move it, let the one before end earlier, or join them with a dissolve</source>
        <translation>位置をずらすか、前のセグメントを早く終えるか、ディゾルブでつないでください</translation>
    </message>
    <message>
        <source>move it, or let the one before go earlier</source>
        <translation>位置をずらすか、前の静止画を早く終えてください</translation>
    </message>
    <message>
        <source>move its in- or out-point</source>
        <translation>イン点かアウト点を動かしてください</translation>
    </message>
    <message>
        <source>name a PNG or JPEG file</source>
        <translation>PNGかJPEGのファイルを指定してください</translation>
    </message>
    <message>
        <source>name a bundle or a manifest</source>
        <translation>バンドルかマニフェストを指定してください</translation>
    </message>
    <message>
        <source>name a file</source>
        <translation>ファイルを指定してください</translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation>その中のファイルを指定してください</translation>
    </message>
    <message>
        <source>name a file that has some</source>
        <translation>音声のあるファイルを指定してください</translation>
    </message>
    <message>
        <source>name a film</source>
        <translation>映像を指定してください</translation>
    </message>
    <message>
        <source>name a plain file</source>
        <translation>通常のファイルを指定してください</translation>
    </message>
    <message>
        <source>name another</source>
        <translation>別のファイルを指定してください</translation>
    </message>
    <message>
        <source>name another file</source>
        <translation>別のファイルを指定してください</translation>
    </message>
    <message>
        <source>name the file in it</source>
        <translation>その中のファイルを指定してください</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>no caption with a time is in this file</source>
        <translation>このファイルには、時刻の付いた字幕がありません</translation>
    </message>
    <message>
        <source>no device</source>
        <translation>デバイスなし</translation>
    </message>
    <message>
        <source>no device has that name; there are {names}</source>
        <translation>その名前のデバイスはありません。使えるデバイス: {names}</translation>
    </message>
    <message>
        <source>no line of these lyrics has a time</source>
        <translation>この歌詞には、時刻の付いた行がありません</translation>
    </message>
    <message>
        <source>no line of these words has a time</source>
        <translation>この歌詞には、時刻の付いた行がありません</translation>
    </message>
    <message>
        <source>no source has the name {name}; there are none: connect a microphone</source>
        <translation>{name} という入力はありません。入力が一つもないので、マイクを接続してください</translation>
    </message>
    <message>
        <source>no source has the name {name}; there are {names}</source>
        <translation>{name} という入力はありません。使えるのは {names} です</translation>
    </message>
    <message>
        <source>no value can start with this character</source>
        <translation>値をこの文字で始めることはできません</translation>
    </message>
    <message>
        <source>no value can start with {text}</source>
        <translation>値を{text}で始めることはできません</translation>
    </message>
    <message>
        <source>no worker process takes it: {reason}</source>
        <translation>作業プロセスが受け付けません: {reason}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>on Debian and Ubuntu: apt install libvlc5 vlc-plugin-base</source>
        <translation>DebianとUbuntuでは: apt install libvlc5 vlc-plugin-base</translation>
    </message>
    <message>
        <source>open it again</source>
        <translation>開き直してください</translation>
    </message>
    <message>
        <source>pack it under another name</source>
        <translation>別の名前でまとめ直してください</translation>
    </message>
    <message>
        <source>pack it without a password</source>
        <translation>パスワードなしでまとめ直してください</translation>
    </message>
    <message>
        <source>pack it without compression, or by &quot;deflate&quot;</source>
        <translation>圧縮せずに、または「deflate」でまとめ直してください</translation>
    </message>
    <message>
        <source>pack one album</source>
        <translation>アルバムを1つだけまとめてください</translation>
    </message>
    <message>
        <source>pack the album alone</source>
        <translation>アルバムだけをまとめてください</translation>
    </message>
    <message>
        <source>pack the file itself in its place</source>
        <translation>代わりにファイルそのものを入れてください</translation>
    </message>
    <message>
        <source>pack the file too, and write its path from the manifest&apos;s folder on</source>
        <translation>ファイルも一緒にまとめ、マニフェストのフォルダーからのパスを書いてください</translation>
    </message>
    <message>
        <source>pack the folder of {file} alone</source>
        <translation>{file}のフォルダーだけをまとめてください</translation>
    </message>
    <message>
        <source>pack the folder with NAME.visualalbum.yaml</source>
        <translation>「名前.visualalbum.yaml」の入ったフォルダーをまとめてください</translation>
    </message>
    <message>
        <source>put it at {path} or correct the path</source>
        <translation>{path}に置くか、パスを直してください</translation>
    </message>
    <message>
        <source>put it into {folder}, or mend the path</source>
        <translation>{folder}に置くか、パスを直してください</translation>
    </message>
    <message>
        <source>put the album&apos;s NAME.visualalbum.yaml into it, or name the file</source>
        <translation>アルバムの「名前.visualalbum.yaml」を入れるか、ファイルを指定してください</translation>
    </message>
    <message>
        <source>put the text in quotes</source>
        <translation>文字列を引用符で囲んでください</translation>
    </message>
    <message>
        <source>put the text in quotes if it starts with &amp; or *</source>
        <translation>&amp; や * で始まる文字列なら、引用符で囲んでください</translation>
    </message>
    <message>
        <source>put the text in quotes, or indent it like the lines it belongs to</source>
        <translation>文字列を引用符で囲むか、同じまとまりの行に字下げをそろえてください</translation>
    </message>
    <message>
        <source>put the text in quotes, or take the line away</source>
        <translation>文字列を引用符で囲むか、この行を取り除いてください</translation>
    </message>
    <message>
        <source>reinstall it: pip install --force-reinstall av</source>
        <translation>再インストールしてください: pip install --force-reinstall av</translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation>UTF-8で保存してください</translation>
    </message>
    <message>
        <source>save it as one</source>
        <translation>通常のファイルとして保存してください</translation>
    </message>
    <message>
        <source>save it beside the manifest</source>
        <translation>マニフェストと同じ場所に保存してください</translation>
    </message>
    <message>
        <source>say how long with for</source>
        <translation>forで長さを指定してください</translation>
    </message>
    <message>
        <source>see that it can be written and has room</source>
        <translation>書き込みの権限と空き容量を確認してください</translation>
    </message>
    <message>
        <source>see that it is on, or name another source</source>
        <translation>電源を確かめるか、別の入力を指定してください</translation>
    </message>
    <message>
        <source>see whether its drive answers, and open it again</source>
        <translation>ドライブが応答するか確かめて、開き直してください</translation>
    </message>
    <message>
        <source>shorten it</source>
        <translation>短くしてください</translation>
    </message>
    <message>
        <source>shorten the dissolve</source>
        <translation>ディゾルブを短くしてください</translation>
    </message>
    <message>
        <source>shorten the fades</source>
        <translation>フェードを短くしてください</translation>
    </message>
    <message>
        <source>so much is wrong that reading stops here</source>
        <translation>問題が多すぎるため、ここで読み込みを中止します</translation>
    </message>
    <message>
        <source>something follows | or &gt; on its line</source>
        <translation>| または &gt; と同じ行に余分なものがあります</translation>
    </message>
    <message>
        <source>start a new line for it</source>
        <translation>行を改めて書いてください</translation>
    </message>
    <message>
        <source>start each item with a dash, or put brackets around them</source>
        <translation>各項目をハイフンで始めるか、全体を角括弧で囲んでください</translation>
    </message>
    <message>
        <source>start each with [MM:SS.ff]</source>
        <translation>各行を[MM:SS.ff]で始めてください</translation>
    </message>
    <message>
        <source>start it with [MM:SS.ff]</source>
        <translation>[MM:SS.ff]で始めてください</translation>
    </message>
    <message>
        <source>start it with a dash, or indent it like the lines it belongs to</source>
        <translation>ハイフンで始めるか、同じまとまりの行に字下げをそろえてください</translation>
    </message>
    <message>
        <source>start it with visualalbum: 1</source>
        <translation>visualalbum: 1で始めてください</translation>
    </message>
    <message>
        <source>start the text on the next line</source>
        <translation>本文は次の行から書いてください</translation>
    </message>
    <message>
        <source>start them with [MM:SS.ff]</source>
        <translation>[MM:SS.ff]で始めてください</translation>
    </message>
    <message>
        <source>starts at the root of a disk, and so leads out of the bundle</source>
        <translation>ディスクの最上位から始まり、バンドルの外を指しています</translation>
    </message>
    <message>
        <source>status {number}</source>
        <translation>状態{number}</translation>
    </message>
    <message>
        <source>strained: pictures are off</source>
        <translation>余裕なし：映像がずれています</translation>
    </message>
    <message>
        <source>strained: pictures come late</source>
        <translation>余裕なし：映像が遅れています</translation>
    </message>
    <message>
        <source>strained: the disk is slow</source>
        <translation>余裕なし：ディスクが遅いです</translation>
    </message>
    <message>
        <source>take it away</source>
        <translation>取り除いてください</translation>
    </message>
    <message>
        <source>take it away: every value is read as it is typed</source>
        <translation>取り除いてください。値はすべて書かれたとおりに読み込まれます</translation>
    </message>
    <message>
        <source>take the ! and what follows it away, or put the text in quotes</source>
        <translation>! とそれに続く部分を取り除くか、文字列を引用符で囲んでください</translation>
    </message>
    <message>
        <source>take the %YAML line away</source>
        <translation>%YAMLの行を取り除いてください</translation>
    </message>
    <message>
        <source>take the escape away</source>
        <translation>エスケープを取り除いてください</translation>
    </message>
    <message>
        <source>the PortAudio library is missing</source>
        <translation>PortAudioライブラリがありません</translation>
    </message>
    <message>
        <source>the Python package python-vlc is missing, so no film can be shown ({reason}); install it with pip</source>
        <translation>Pythonパッケージpython-vlcがないため、映像を表示できません（{reason}）。pipでインストールしてください</translation>
    </message>
    <message>
        <source>the Python package {package} is missing; install it with pip</source>
        <translation>Pythonパッケージ{package}がありません。pipでインストールしてください</translation>
    </message>
    <message>
        <source>the album</source>
        <translation>アルバム</translation>
    </message>
    <message>
        <source>the album has neither tracks nor films</source>
        <translation>アルバムにトラックも映像もありません</translation>
    </message>
    <message>
        <source>the anchor or alias here has no proper name</source>
        <translation>ここのアンカーまたはエイリアスの名前が正しくありません</translation>
    </message>
    <message>
        <source>the clicks cannot be kept in {folder}: {reason}</source>
        <translation>クリック音を{folder}に保存できません: {reason}</translation>
    </message>
    <message>
        <source>the copy of {film} does not hold its pictures&apos; times</source>
        <translation>{film}のコピーで、画像の時刻が保たれていません</translation>
    </message>
    <message>
        <source>the dissolve lasts {dissolve} and the segment {segment}</source>
        <translation>ディゾルブが{dissolve}あり、セグメントの{segment}より長くなっています</translation>
    </message>
    <message>
        <source>the dissolve of {dissolve} is longer than its segment of {seconds} s</source>
        <translation>ディゾルブの長さ{dissolve}が、セグメントの長さ{seconds}秒を超えています</translation>
    </message>
    <message>
        <source>the entity {name} is declared here, and words need none</source>
        <translation>ここで実体{name}が宣言されていますが、歌詞には不要です</translation>
    </message>
    <message>
        <source>the fades last {fades} and the segment {segment}</source>
        <translation>フェードが合わせて{fades}あり、セグメントの{segment}より長くなっています</translation>
    </message>
    <message>
        <source>the files in this bundle lie over each other</source>
        <translation>このバンドルの中のファイルが互いに重なっています</translation>
    </message>
    <message>
        <source>the film</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>the film stopped giving pictures</source>
        <translation>映像が途絶えました</translation>
    </message>
    <message>
        <source>the film {film} is gone</source>
        <translation>映像{film}がなくなりました</translation>
    </message>
    <message>
        <source>the first tracks are {ids}</source>
        <translation>最初のトラック: {ids}</translation>
    </message>
    <message>
        <source>the id {id} is taken on line {line}</source>
        <translation>ID {id}は{line}行目ですでに使われています</translation>
    </message>
    <message>
        <source>the in-point {time} is past the end of {film} at {end}</source>
        <translation>イン点{time}が、{film}の終わり（{end}）を過ぎています</translation>
    </message>
    <message>
        <source>the indentation number after | or &gt; is wrong</source>
        <translation>| または &gt; の後の字下げの数が正しくありません</translation>
    </message>
    <message>
        <source>the libVLC library is missing</source>
        <translation>libVLCライブラリがありません</translation>
    </message>
    <message>
        <source>the list of what is in this bundle, which stands at its end, is cut off or damaged</source>
        <translation>このバンドルの末尾にある内容の一覧が、途切れているか壊れています</translation>
    </message>
    <message>
        <source>the manifest has more than {most} values, aliases counted with all they stand for</source>
        <translation>マニフェストの値が、エイリアスの指す内容も含めて{most}個を超えています</translation>
    </message>
    <message>
        <source>the manifest is damaged: {reason}</source>
        <translation>マニフェストが壊れています: {reason}</translation>
    </message>
    <message>
        <source>the manifest is empty</source>
        <translation>マニフェストが空です</translation>
    </message>
    <message>
        <source>the manifest&apos;s folder</source>
        <translation>マニフェストのフォルダー</translation>
    </message>
    <message>
        <source>the offset {offset} is not a number of milliseconds</source>
        <translation>オフセット{offset}はミリ秒の数値ではありません</translation>
    </message>
    <message>
        <source>the out-point {out} is not after the in-point {start}</source>
        <translation>アウト点{out}が、イン点{start}より後になっていません</translation>
    </message>
    <message>
        <source>the out-point {time} is past the end of {film} at {end}</source>
        <translation>アウト点{time}が、{film}の終わり（{end}）を過ぎています</translation>
    </message>
    <message>
        <source>the pictures of {film} cannot be copied: {reason}</source>
        <translation>{film}の画像をコピーできません: {reason}</translation>
    </message>
    <message>
        <source>the recording ended (status {status})</source>
        <translation>録音が終了しました（状態 {status}）</translation>
    </message>
    <message>
        <source>the result cannot be read: {reason}</source>
        <translation>結果を読み取れません: {reason}</translation>
    </message>
    <message>
        <source>the segment goes on to {time} and the track ends at {end}</source>
        <translation>セグメントが{time}まで続きますが、トラックは{end}で終わります</translation>
    </message>
    <message>
        <source>the segment lasts {ms} ms, and the shortest is {least} ms</source>
        <translation>セグメントの長さは{ms}ミリ秒ですが、最短は{least}ミリ秒です</translation>
    </message>
    <message>
        <source>the segment starts at {start} and the one before it at {before}</source>
        <translation>セグメントは{start}に始まりますが、前のセグメントは{before}に始まります</translation>
    </message>
    <message>
        <source>the segment starts at {start} and the track ends at {end}</source>
        <translation>セグメントは{start}に始まりますが、トラックは{end}で終わります</translation>
    </message>
    <message>
        <source>the segment starts {time} before the end of the one before it</source>
        <translation>セグメントが、前のセグメントの終わりより{time}早く始まります</translation>
    </message>
    <message>
        <source>the sound device</source>
        <translation>音声デバイス</translation>
    </message>
    <message>
        <source>the sound devices cannot be listed: {reason}</source>
        <translation>音声デバイスの一覧を取得できません: {reason}</translation>
    </message>
    <message>
        <source>the sound of a segment</source>
        <translation>セグメントの音声</translation>
    </message>
    <message>
        <source>the sound&apos;s process ended ({status}) and is started again</source>
        <translation>音声のプロセスが終了したため（{status}）、起動し直します</translation>
    </message>
    <message>
        <source>the sound&apos;s process works again</source>
        <translation>音声のプロセスが復旧しました</translation>
    </message>
    <message>
        <source>the still comes at {start} and the one before it stays until {end}</source>
        <translation>静止画は{start}に出ますが、前の静止画が{end}まで表示されます</translation>
    </message>
    <message>
        <source>the still comes at {start} and the track ends at {end}</source>
        <translation>静止画は{start}に出ますが、トラックは{end}で終わります</translation>
    </message>
    <message>
        <source>the still does not stay at all</source>
        <translation>静止画の表示時間がありません</translation>
    </message>
    <message>
        <source>the system&apos;s own device</source>
        <translation>システムのデバイス</translation>
    </message>
    <message>
        <source>the tag {tag} has no meaning in a manifest</source>
        <translation>タグ{tag}はマニフェストでは意味を持ちません</translation>
    </message>
    <message>
        <source>the text cannot be read from here on</source>
        <translation>ここから先の文を読み取れません</translation>
    </message>
    <message>
        <source>the text goes on after its end</source>
        <translation>文書の終わりの後に続きがあります</translation>
    </message>
    <message>
        <source>the text is not {name} from here on (byte {byte})</source>
        <translation>ここから先は{name}ではありません（バイト{byte}）</translation>
    </message>
    <message>
        <source>the text is written in UTF-32</source>
        <translation>テキストがUTF-32で書かれています</translation>
    </message>
    <message>
        <source>the time {time} has more than 59 seconds</source>
        <translation>時刻{time}の秒が59を超えています</translation>
    </message>
    <message>
        <source>the usual device</source>
        <translation>既定のデバイス</translation>
    </message>
    <message>
        <source>the word {word} starts before the one in front of it</source>
        <translation>語{word}が、前の語より先に始まります</translation>
    </message>
    <message>
        <source>the work cannot be handed to a process: {reason}</source>
        <translation>作業をプロセスに渡せません: {reason}</translation>
    </message>
    <message>
        <source>the work is {state}</source>
        <translation>作業の状態: {state}</translation>
    </message>
    <message>
        <source>there is no anchor &amp;{name} before *{name}</source>
        <translation>*{name}より前にアンカー&amp;{name}がありません</translation>
    </message>
    <message>
        <source>there is no file {file}, which is used as {purpose}</source>
        <translation>{purpose}として使われているファイル{file}がありません</translation>
    </message>
    <message>
        <source>there is no film {name}</source>
        <translation>映像{name}がありません</translation>
    </message>
    <message>
        <source>there is no folder {folder} either</source>
        <translation>フォルダー{folder}もありません</translation>
    </message>
    <message>
        <source>there is no manifest at the top of this zip</source>
        <translation>このzipの最上位にマニフェストがありません</translation>
    </message>
    <message>
        <source>there is no manifest in this folder</source>
        <translation>このフォルダーにマニフェストがありません</translation>
    </message>
    <message>
        <source>there is no room to prepare {film}</source>
        <translation>{film}を準備するための空き容量がありません</translation>
    </message>
    <message>
        <source>there is no room to unpack this bundle: it needs {needed}, and {folder} has {free}</source>
        <translation>このバンドルを展開する空き容量がありません。{needed}必要ですが、{folder}の空きは{free}です</translation>
    </message>
    <message>
        <source>there is no sound device; connect one, or start PulseAudio or PipeWire</source>
        <translation>音声デバイスがありません。デバイスを接続するか、PulseAudioまたはPipeWireを起動してください</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>このファイルはありません</translation>
    </message>
    <message>
        <source>there is no track {name}</source>
        <translation>トラック{name}がありません</translation>
    </message>
    <message>
        <source>this album could not be read: {reason}</source>
        <translation>このアルバムを読み込めませんでした: {reason}</translation>
    </message>
    <message>
        <source>this bracket or brace is never closed</source>
        <translation>この括弧が閉じられていません</translation>
    </message>
    <message>
        <source>this bundle cannot be unpacked in {folder} ({reason})</source>
        <translation>このバンドルを{folder}に展開できません（{reason}）</translation>
    </message>
    <message>
        <source>this bundle could not be unpacked: {reason}</source>
        <translation>このバンドルを展開できませんでした: {reason}</translation>
    </message>
    <message>
        <source>this bundle holds {count} manifests: {names}</source>
        <translation>このバンドルにはマニフェストが{count}個あります: {names}</translation>
    </message>
    <message>
        <source>this bundle holds {file} and also {other}, which is the same file on another system</source>
        <translation>このバンドルには{file}と、ほかのシステムでは同じファイルになる{other}があります</translation>
    </message>
    <message>
        <source>this bundle holds {file} twice</source>
        <translation>このバンドルには{file}が2つあります</translation>
    </message>
    <message>
        <source>this bundle is an empty file</source>
        <translation>このバンドルは空のファイルです</translation>
    </message>
    <message>
        <source>this bundle was changed while it was being unpacked</source>
        <translation>展開している間にこのバンドルが変更されました</translation>
    </message>
    <message>
        <source>this cannot be read as {kind} ({reason})</source>
        <translation>{kind}として読み取れません（{reason}）</translation>
    </message>
    <message>
        <source>this document has more than {most} elements</source>
        <translation>この文書の要素が{most}個を超えています</translation>
    </message>
    <message>
        <source>this edition of YAML is not known</source>
        <translation>このYAMLの版には対応していません</translation>
    </message>
    <message>
        <source>this ends before it begins</source>
        <translation>終わりが始まりより前になっています</translation>
    </message>
    <message>
        <source>this file cannot be read ({reason})</source>
        <translation>このファイルを読み込めません（{reason}）</translation>
    </message>
    <message>
        <source>this file is called a zip, and is none</source>
        <translation>このファイルは名前がzipですが、zipではありません</translation>
    </message>
    <message>
        <source>this file is larger than 4 MB, which no text of an album is</source>
        <translation>このファイルは4 MBを超えています。アルバムのテキストとしては大きすぎます</translation>
    </message>
    <message>
        <source>this file may not be read</source>
        <translation>このファイルを読み取る権限がありません</translation>
    </message>
    <message>
        <source>this group in braces is never closed, or lacks a comma</source>
        <translation>波括弧のグループが閉じられていないか、コンマが抜けています</translation>
    </message>
    <message>
        <source>this is XML, but its root is {root} and not tt</source>
        <translation>XMLですが、ルート要素がttではなく{root}です</translation>
    </message>
    <message>
        <source>this is a device or a pipe, and a bundle is a file</source>
        <translation>これはデバイスかパイプですが、バンドルはファイルです</translation>
    </message>
    <message>
        <source>this is a device or a pipe, and a file belongs here</source>
        <translation>これはデバイスかパイプですが、ここに指定するのはファイルです</translation>
    </message>
    <message>
        <source>this is a folder, and a file belongs here</source>
        <translation>これはフォルダーですが、ここに指定するのはファイルです</translation>
    </message>
    <message>
        <source>this is not XML from here on: {reason}</source>
        <translation>ここから先はXMLではありません: {reason}</translation>
    </message>
    <message>
        <source>this key has no colon after it</source>
        <translation>このキーの後にコロンがありません</translation>
    </message>
    <message>
        <source>this line and {more} more have no time and are not shown</source>
        <translation>この行とほか{more}行には時刻がないため、表示されません</translation>
    </message>
    <message>
        <source>this line does not fit the list around it</source>
        <translation>この行は前後のリストに合っていません</translation>
    </message>
    <message>
        <source>this line does not fit what is around it</source>
        <translation>この行は前後の行に合っていません</translation>
    </message>
    <message>
        <source>this line has no time and is not shown</source>
        <translation>この行には時刻がないため、表示されません</translation>
    </message>
    <message>
        <source>this line starting with % is not understood</source>
        <translation>% で始まるこの行を解釈できません</translation>
    </message>
    <message>
        <source>this list in brackets is never closed, or lacks a comma</source>
        <translation>角括弧のリストが閉じられていないか、コンマが抜けています</translation>
    </message>
    <message>
        <source>this path is right on one machine only</source>
        <translation>このパスは1台のマシンでしか通用しません</translation>
    </message>
    <message>
        <source>this program reads visualalbum: 1, and this is {text}</source>
        <translation>このプログラムが読めるのはvisualalbum: 1ですが、これは{text}です</translation>
    </message>
    <message>
        <source>this quote is never closed</source>
        <translation>この引用符が閉じられていません</translation>
    </message>
    <message>
        <source>this screen</source>
        <translation>この画面</translation>
    </message>
    <message>
        <source>this segment does not say which film it is of</source>
        <translation>このセグメントには、どの映像のものか書かれていません</translation>
    </message>
    <message>
        <source>this tag cannot be read</source>
        <translation>このタグを読み取れません</translation>
    </message>
    <message>
        <source>this track has neither a song nor a film</source>
        <translation>このトラックには曲も映像もありません</translation>
    </message>
    <message>
        <source>this zip holds {count} files, and no album has more than {most}</source>
        <translation>このzipにはファイルが{count}個ありますが、アルバムは{most}個までです</translation>
    </message>
    <message>
        <source>this zip of {size} would become {total}, which no album does</source>
        <translation>この{size}のzipは展開すると{total}になります。アルバムとしてはありえない大きさです</translation>
    </message>
    <message>
        <source>until it is, or another is chosen (Play, Sound output), the sound goes out as the system has it</source>
        <translation>使えるようになるか、別のデバイスを選ぶ（再生 &gt; 音の出力先）まで、音はシステムの設定どおりに出ます</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>write -18 dB (up to +12 dB), on or off</source>
        <translation>-18 dB（+12 dBまで）、on、offのように書いてください</translation>
    </message>
    <message>
        <source>write / between folders, which works everywhere</source>
        <translation>フォルダーの区切りには、どのシステムでも使える / を書いてください</translation>
    </message>
    <message>
        <source>write 2024, 2024-06 or 2024-06-28</source>
        <translation>2024、2024-06、2024-06-28のように書いてください</translation>
    </message>
    <message>
        <source>write : instead of ; before the frames</source>
        <translation>コマ数の前には ; ではなく : を書いてください</translation>
    </message>
    <message>
        <source>write ;{frames} or later</source>
        <translation>;{frames}以降を書いてください</translation>
    </message>
    <message>
        <source>write &lt;&lt;: *NAME</source>
        <translation>&lt;&lt;: *名前の形で書いてください</translation>
    </message>
    <message>
        <source>write KEY: VALUE</source>
        <translation>「キー: 値」の形で書いてください</translation>
    </message>
    <message>
        <source>write KEY: VALUE, or indent it like the lines it belongs to</source>
        <translation>「キー: 値」の形で書くか、同じまとまりの行に字下げをそろえてください</translation>
    </message>
    <message>
        <source>write M:SS</source>
        <translation>M:SSの形で書いてください</translation>
    </message>
    <message>
        <source>write NAME: VALUE</source>
        <translation>「名前: 値」の形で書いてください</translation>
    </message>
    <message>
        <source>write audio: and the song&apos;s file, or live: true</source>
        <translation>audio: に曲のファイルを書くか、live: trueと書いてください</translation>
    </message>
    <message>
        <source>write contain, cover or inset</source>
        <translation>contain、cover、insetのいずれかを書いてください</translation>
    </message>
    <message>
        <source>write cut, or dissolve and its length: dissolve 0.8</source>
        <translation>cutか、dissolve 0.8のようにdissolveと長さを書いてください</translation>
    </message>
    <message>
        <source>write film: and its id or file</source>
        <translation>film: に映像のIDかファイルを書いてください</translation>
    </message>
    <message>
        <source>write it from the manifest&apos;s folder on</source>
        <translation>マニフェストのフォルダーからのパスで書いてください</translation>
    </message>
    <message>
        <source>write it in digits</source>
        <translation>数字で書いてください</translation>
    </message>
    <message>
        <source>write it like 00:01:02.500 or 62.5s</source>
        <translation>00:01:02.500や62.5sのように書いてください</translation>
    </message>
    <message>
        <source>write it like 2026-12-01 19:30 Asia/Tokyo</source>
        <translation>2026-12-01 19:30 Asia/Tokyoのように書いてください</translation>
    </message>
    <message>
        <source>write it like JPX012400001</source>
        <translation>JPX012400001のように書いてください</translation>
    </message>
    <message>
        <source>write it like [offset:+500]</source>
        <translation>[offset:+500]のように書いてください</translation>
    </message>
    <message>
        <source>write it like ja, en or ja-Latn</source>
        <translation>ja、en、ja-Latnのように書いてください</translation>
    </message>
    <message>
        <source>write it on one line</source>
        <translation>1行で書いてください</translation>
    </message>
    <message>
        <source>write it under films, or its file&apos;s path</source>
        <translation>filmsの下に書くか、ファイルのパスを書いてください</translation>
    </message>
    <message>
        <source>write its path, counted from the manifest&apos;s folder</source>
        <translation>マニフェストのフォルダーからのパスを書いてください</translation>
    </message>
    <message>
        <source>write leader, interval, a track&apos;s id, or film with in and out</source>
        <translation>leader、interval、トラックのID、またはfilmとin、outを書いてください</translation>
    </message>
    <message>
        <source>write letters, digits, - _ and . without spaces</source>
        <translation>文字、数字、-、_、. を空白なしで書いてください</translation>
    </message>
    <message>
        <source>write one, or put the text in quotes</source>
        <translation>値を書くか、文字列を引用符で囲んでください</translation>
    </message>
    <message>
        <source>write one, or take the key away</source>
        <translation>値を書くか、キーを取り除いてください</translation>
    </message>
    <message>
        <source>write seconds</source>
        <translation>秒で書いてください</translation>
    </message>
    <message>
        <source>write seconds (7.36), M:SS (1:02.5), H:MM:SS, HH:MM:SS:FF, a number with ms, s or min, or bar N beat M</source>
        <translation>秒（7.36）、M:SS（1:02.5）、H:MM:SS、HH:MM:SS:FF、ms・s・min付きの数、またはbar N beat Mの形で書いてください</translation>
    </message>
    <message>
        <source>write seconds, M:SS or 2 min</source>
        <translation>秒、M:SS、または2 minの形で書いてください</translation>
    </message>
    <message>
        <source>write seconds, M:SS or bar N beat M</source>
        <translation>秒、M:SS、またはbar N beat Mの形で書いてください</translation>
    </message>
    <message>
        <source>write segments in the order of the song</source>
        <translation>セグメントは曲の順に書いてください</translation>
    </message>
    <message>
        <source>write tempo: {bpm: ...} at the track</source>
        <translation>トラックにtempo: {bpm: ...}を書いてください</translation>
    </message>
    <message>
        <source>write the value out, or mend the name</source>
        <translation>値をそのまま書くか、名前を直してください</translation>
    </message>
    <message>
        <source>write them like 00:01.000 --&gt; 00:02.500, the text below</source>
        <translation>00:01.000 --&gt; 00:02.500のように書き、その下に本文を書いてください</translation>
    </message>
    <message>
        <source>write tracks: with a first - audio: FILE</source>
        <translation>tracks: の下に、まず「- audio: ファイル」と書いてください</translation>
    </message>
    <message>
        <source>write true or false</source>
        <translation>trueかfalseを書いてください</translation>
    </message>
    <message>
        <source>write two backslashes, or single quotes</source>
        <translation>バックスラッシュを2つ書くか、一重引用符を使ってください</translation>
    </message>
    <message>
        <source>write {key}: and its value</source>
        <translation>{key}: とその値を書いてください</translation>
    </message>
    <message>
        <source>{bundle} is a bundle: unpack it with an archive program, and mend what is in it there.</source>
        <translation>{bundle}はバンドルです。アーカイブソフトで展開し、そこで中身を直してください。</translation>
    </message>
    <message>
        <source>{command} has no key now.</source>
        <translation>「{command}」のキーの割り当てを解除しました。</translation>
    </message>
    <message>
        <source>{command} has the key {key} now.</source>
        <translation>「{command}」に{key}を割り当てました。</translation>
    </message>
    <message>
        <source>{command} has the key {key} now. It was taken from {other}.</source>
        <translation>「{other}」の{key}を「{command}」に割り当て直しました。</translation>
    </message>
    <message>
        <source>{count} of its {total} bytes can be read</source>
        <translation>{total}バイトのうち{count}バイトだけ読み込めます</translation>
    </message>
    <message>
        <source>{device} (not there now)</source>
        <translation>{device}（今はありません）</translation>
    </message>
    <message>
        <source>{device} cannot be opened: {reason}</source>
        <translation>{device}を開けません: {reason}</translation>
    </message>
    <message>
        <source>{device} cannot be opened; the sound stays on {former}. See that it is on, and that nothing else holds it.</source>
        <translation>{device}を開けません。音は引き続き{former}から出ます。電源が入っていて、ほかのプログラムが使っていないか確認してください。</translation>
    </message>
    <message>
        <source>{device} cannot be started: {reason}</source>
        <translation>{device}で再生を始められません: {reason}</translation>
    </message>
    <message>
        <source>{device} has stopped</source>
        <translation>{device}が停止しました</translation>
    </message>
    <message>
        <source>{device} is not there or cannot be opened</source>
        <translation>{device}がないか、開けません</translation>
    </message>
    <message>
        <source>{device} plays after {seconds} s without</source>
        <translation>{device}から、{seconds}秒ぶりに音が出ます</translation>
    </message>
    <message>
        <source>{device} takes no more sound</source>
        <translation>{device}が音を受け付けなくなりました</translation>
    </message>
    <message>
        <source>{device} was taken away on purpose</source>
        <translation>{device}を意図的に外しました</translation>
    </message>
    <message>
        <source>{errors} and {warnings}</source>
        <translation>{errors}、{warnings}</translation>
    </message>
    <message>
        <source>{file} cannot be prepared: {reason}</source>
        <translation>{file}を準備できません: {reason}</translation>
    </message>
    <message>
        <source>{file} cannot be probed: {reason}</source>
        <translation>{file}を調べられません: {reason}</translation>
    </message>
    <message>
        <source>{file} cannot be reached ({reason})</source>
        <translation>{file}にアクセスできません（{reason}）</translation>
    </message>
    <message>
        <source>{file} cannot be read</source>
        <translation>{file}を読み込めません</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>{file}を読み込めません: {reason}</translation>
    </message>
    <message>
        <source>{file} changes its rate from {before} to {after}</source>
        <translation>{file}のサンプリング周波数が、途中で{before}から{after}に変わっています</translation>
    </message>
    <message>
        <source>{file} ends after {samples} samples instead of {promised}: was it changed since?</source>
        <translation>{file}が{promised}サンプルではなく{samples}サンプルで終わります。読み込んだ後に変更されましたか？</translation>
    </message>
    <message>
        <source>{file} has no moving picture</source>
        <translation>{file}に動画がありません</translation>
    </message>
    <message>
        <source>{file} has no sound</source>
        <translation>{file}に音声がありません</translation>
    </message>
    <message>
        <source>{file} has no sound in stream {number}</source>
        <translation>{file}のストリーム{number}に音声がありません</translation>
    </message>
    <message>
        <source>{file} has no sound in stream {number}: {reason}</source>
        <translation>{file}のストリーム{number}に音声がありません: {reason}</translation>
    </message>
    <message>
        <source>{file} has no sound that can be decoded</source>
        <translation>{file}に再生できる音声がありません</translation>
    </message>
    <message>
        <source>{file} holds neither sound nor pictures that can be decoded</source>
        <translation>{file}に再生できる音声も画像もありません</translation>
    </message>
    <message>
        <source>{file} in this bundle is a file, and a folder too</source>
        <translation>このバンドルの{file}が、ファイルでもフォルダーでもあります</translation>
    </message>
    <message>
        <source>{file} in this bundle is a link or a device, and may lead out of it</source>
        <translation>このバンドルの{file}はリンクかデバイスで、外を指しているおそれがあります</translation>
    </message>
    <message>
        <source>{file} in this bundle is compressed in an unusual way</source>
        <translation>このバンドルの{file}は特殊な方法で圧縮されています</translation>
    </message>
    <message>
        <source>{file} in this bundle is encrypted</source>
        <translation>このバンドルの{file}は暗号化されています</translation>
    </message>
    <message>
        <source>{file} in this bundle {reason}</source>
        <translation>このバンドルの{file}は、{reason}</translation>
    </message>
    <message>
        <source>{file} is a device or a pipe</source>
        <translation>{file}はデバイスかパイプです</translation>
    </message>
    <message>
        <source>{file} is a device or a pipe, and {purpose} is a file</source>
        <translation>{file}はデバイスかパイプですが、{purpose}はファイルで指定します</translation>
    </message>
    <message>
        <source>{file} is a folder</source>
        <translation>{file}はフォルダーです</translation>
    </message>
    <message>
        <source>{file} is a folder, and {purpose} is a file</source>
        <translation>{file}はフォルダーですが、{purpose}はファイルで指定します</translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}</source>
        <translation>{file}が壊れています: {reason}</translation>
    </message>
    <message>
        <source>{file} is empty</source>
        <translation>{file}が空です</translation>
    </message>
    <message>
        <source>{file} is missing from the bundle</source>
        <translation>{file}がバンドルに入っていません</translation>
    </message>
    <message>
        <source>{file} is no sound, film or picture file that can be read</source>
        <translation>{file}は、読み込める音声、映像、画像のファイルではありません</translation>
    </message>
    <message>
        <source>{file} is not there</source>
        <translation>{file}がありません</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file}はもうありません。</translation>
    </message>
    <message>
        <source>{file} is outside the bundle, and a bundle has all that it plays in it</source>
        <translation>{file}はバンドルの外にあります。再生するものはすべてバンドルの中に入れます</translation>
    </message>
    <message>
        <source>{file} is used as a film and has no moving picture</source>
        <translation>{file}は映像として使われていますが、動画がありません</translation>
    </message>
    <message>
        <source>{file} is used as a picture and is none</source>
        <translation>{file}は画像として使われていますが、画像ではありません</translation>
    </message>
    <message>
        <source>{file} is used as a song and has no sound</source>
        <translation>{file}は曲として使われていますが、音声がありません</translation>
    </message>
    <message>
        <source>{file} is used as {purpose}: {fault}</source>
        <translation>{file}は{purpose}として使われていますが、使えません: {fault}</translation>
    </message>
    <message>
        <source>{file} may not be read</source>
        <translation>{file}を読み取る権限がありません</translation>
    </message>
    <message>
        <source>{file} runs at {rate} samples a second instead of {promised}: was it changed since?</source>
        <translation>{file}のサンプリング周波数が{promised} Hzではなく{rate} Hzです。読み込んだ後に変更されましたか？</translation>
    </message>
    <message>
        <source>{file} yields no sound</source>
        <translation>{file}から音声を取り出せません</translation>
    </message>
    <message>
        <source>{film} broke off while it was shown</source>
        <translation>{film}が表示の途中で途切れました</translation>
    </message>
    <message>
        <source>{film} cannot be read any more (a fault on purpose)</source>
        <translation>{film}を読み込めなくなりました（意図的な障害）</translation>
    </message>
    <message>
        <source>{film} from {time}</source>
        <translation>{film}（{time}から）</translation>
    </message>
    <message>
        <source>{film} gives no picture that libVLC can show</source>
        <translation>{film}からlibVLCで表示できる画像が得られません</translation>
    </message>
    <message>
        <source>{film} has no picture that can be decoded</source>
        <translation>{film}に再生できる画像がありません</translation>
    </message>
    <message>
        <source>{folder} cannot be written</source>
        <translation>{folder}に書き込めません</translation>
    </message>
    <message>
        <source>{folder} holds {count} manifests; {file} is opened</source>
        <translation>{folder}にはマニフェストが{count}個あります。{file}を開きます</translation>
    </message>
    <message>
        <source>{keys} or {last}</source>
        <translation>{keys} または {last}</translation>
    </message>
    <message>
        <source>{key} has no value</source>
        <translation>{key}に値がありません</translation>
    </message>
    <message>
        <source>{key} is a group of names and values, and this is {kind}</source>
        <translation>{key}は名前と値のグループですが、これは{kind}です</translation>
    </message>
    <message>
        <source>{key} is a list, and this is {kind}</source>
        <translation>{key}はリストですが、これは{kind}です</translation>
    </message>
    <message>
        <source>{key} stands here a second time, after line {line}</source>
        <translation>{key}が、{line}行目に続いてもう一度書かれています</translation>
    </message>
    <message>
        <source>{line} – now</source>
        <translation>{line} – 今ここ</translation>
    </message>
    <message>
        <source>{name} cannot be recorded: {why}</source>
        <translation>{name} を録音できません：{why}</translation>
    </message>
    <message>
        <source>{name} {text} is no time of TTML</source>
        <translation>{name} {text}はTTMLの時刻ではありません</translation>
    </message>
    <message>
        <source>{name} {text} is no whole number from 1 on</source>
        <translation>{name} {text}は1以上の整数ではありません</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{count}枚中{number}枚目</translation>
    </message>
    <message>
        <source>{output} does not play: {reason}</source>
        <translation>{output}で再生できません: {reason}</translation>
    </message>
    <message>
        <source>{part} has no key {name}</source>
        <translation>{part}には{name}というキーはありません</translation>
    </message>
    <message>
        <source>{part} is a group of keys, and this is {kind}</source>
        <translation>{part}はキーのグループですが、これは{kind}です</translation>
    </message>
    <message>
        <source>{part} needs {key}</source>
        <translation>{part}には{key}が必要です</translation>
    </message>
    <message>
        <source>{picture}. Picture {number} of {count}</source>
        <translation>{picture}。{count}枚中{number}枚目</translation>
    </message>
    <message>
        <source>{place} of {length}</source>
        <translation>{place}、全体で{length}</translation>
    </message>
    <message>
        <source>{place}, of {length}</source>
        <translation>{place}、全体で{length}</translation>
    </message>
    <message>
        <source>{program} could not be started.</source>
        <translation>{program}を起動できませんでした。</translation>
    </message>
    <message>
        <source>{reason}; the song goes on unheard until it is back</source>
        <translation>{reason}。音が戻るまで、無音のまま曲を進めます</translation>
    </message>
    <message>
        <source>{remark} A click opens the editor at the line.</source>
        <translation>{remark}クリックすると、その行をエディターで開きます。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>{sentence}; it stays silent</source>
        <translation>{sentence}。この部分は無音になります</translation>
    </message>
    <message>
        <source>{sentence}; {remedy}</source>
        <translation>{sentence}。{remedy}</translation>
    </message>
    <message>
        <source>{severity}: {sentence} {remedy} Line {line}, column {column}</source>
        <translation>{severity}: {sentence} {remedy} {line}行{column}列</translation>
    </message>
    <message>
        <source>{song}, playing</source>
        <translation>{song}、再生中</translation>
    </message>
    <message>
        <source>{source} gives no sound</source>
        <translation>{source} から音が入りません</translation>
    </message>
    <message>
        <source>{text} cannot be an id</source>
        <translation>{text}はIDとして使えません</translation>
    </message>
    <message>
        <source>{text} counts the song&apos;s bars, and this is a place in a film</source>
        <translation>{text}は曲の小節による指定ですが、これは映像の中の位置です</translation>
    </message>
    <message>
        <source>{text} has a line end or a tab in it</source>
        <translation>{text}に改行かタブが含まれています</translation>
    </message>
    <message>
        <source>{text} is a place, and a length belongs here</source>
        <translation>{text}は位置ですが、ここに書くのは長さです</translation>
    </message>
    <message>
        <source>{text} is an address, and a file belongs here</source>
        <translation>{text}はアドレスですが、ここに書くのはファイルです</translation>
    </message>
    <message>
        <source>{text} is neither true nor false</source>
        <translation>{text}はtrueでもfalseでもありません</translation>
    </message>
    <message>
        <source>{text} is not a date</source>
        <translation>{text}は日付ではありません</translation>
    </message>
    <message>
        <source>{text} is not a date, a time and a zone</source>
        <translation>{text}は日付、時刻、タイムゾーンの形になっていません</translation>
    </message>
    <message>
        <source>{text} is not a join</source>
        <translation>{text}はつなぎ方の指定ではありません</translation>
    </message>
    <message>
        <source>{text} is not a language tag</source>
        <translation>{text}は言語タグではありません</translation>
    </message>
    <message>
        <source>{text} is not a level</source>
        <translation>{text}は音量の指定ではありません</translation>
    </message>
    <message>
        <source>{text} is not a number from {low} to {high}</source>
        <translation>{text}は{low}から{high}までの数ではありません</translation>
    </message>
    <message>
        <source>{text} is not a time</source>
        <translation>{text}は時刻ではありません</translation>
    </message>
    <message>
        <source>{text} is not a way to fit a picture</source>
        <translation>{text}は画像の収め方の指定ではありません</translation>
    </message>
    <message>
        <source>{text} is not a whole number from {low} to {high}</source>
        <translation>{text}は{low}から{high}までの整数ではありません</translation>
    </message>
    <message>
        <source>{text} is not an ISRC</source>
        <translation>{text}はISRCではありません</translation>
    </message>
    <message>
        <source>{time} counts bars, and there is no tempo here</source>
        <translation>{time}は小節による指定ですが、ここにはテンポがありません</translation>
    </message>
    <message>
        <source>{time} counts frames, and a still has no film to give their rate</source>
        <translation>{time}はコマ数による指定ですが、静止画にはフレームレートの基になる映像がありません</translation>
    </message>
    <message>
        <source>{time} counts frames, and there is no film here to give their rate</source>
        <translation>{time}はコマ数による指定ですが、ここにはフレームレートの基になる映像がありません</translation>
    </message>
    <message>
        <source>{time} does not exist: drop-frame leaves its number out</source>
        <translation>{time}は存在しません。ドロップフレームで飛ばされる番号です</translation>
    </message>
    <message>
        <source>{time} has frame {frame}, and a second of this film has {count}</source>
        <translation>{time}はコマ{frame}を指していますが、この映像は1秒に{count}コマです</translation>
    </message>
    <message>
        <source>{time} is drop-frame, and this film has {rate} frames a second</source>
        <translation>{time}はドロップフレームですが、この映像は毎秒{rate}コマです</translation>
    </message>
    <message>
        <source>{time} is past the bar&apos;s {count} beats</source>
        <translation>{time}は1小節の{count}拍を超えています</translation>
    </message>
    <message>
        <source>{what} stands in the text</source>
        <translation>本文に{what}があります</translation>
    </message>
    <message>
        <source>{what} stands in the text, and {more} more such characters</source>
        <translation>本文に{what}のほか、このような文字が{more}個あります</translation>
    </message>
    <message>
        <source>{why} {remedy}</source>
        <translation>{why}{remedy}</translation>
    </message>
</context>
</TS>
