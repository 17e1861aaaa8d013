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
        <source>1 to 5 again</source>
        <translation>1～5 をもう一度</translation>
    </message>
    <message>
        <source>99 % within</source>
        <translation>99%の範囲</translation>
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
        <source>Reading the album</source>
        <translation>アルバムを読み込み中</translation>
    </message>
    <message>
        <source>Reading the album: {done} of {total} files</source>
        <translation>アルバムを読み込み中: {total}件中{done}件</translation>
    </message>
    <message>
        <source>Ready ahead: sound, next film</source>
        <translation>先読み：音、次のフィルム</translation>
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
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop unpacking</source>
        <translation>展開を中止</translation>
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
        <source>as it is</source>
        <translation>言語の指定なし</translation>
    </message>
    <message>
        <source>as {name}</source>
        <translation>{name}役</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>読み込めません</translation>
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
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>keeps up</source>
        <translation>追いついています</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
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
        <source>this screen</source>
        <translation>この画面</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
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
        <source>{device} (not there now)</source>
        <translation>{device}（今はありません）</translation>
    </message>
    <message>
        <source>{errors} and {warnings}</source>
        <translation>{errors}、{warnings}</translation>
    </message>
    <message>
        <source>{file} cannot be read</source>
        <translation>{file}を読み込めません</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file}はもうありません。</translation>
    </message>
    <message>
        <source>{film} from {time}</source>
        <translation>{film}（{time}から）</translation>
    </message>
    <message>
        <source>{keys} or {last}</source>
        <translation>{keys} または {last}</translation>
    </message>
    <message>
        <source>{line} – now</source>
        <translation>{line} – 今ここ</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{count}枚中{number}枚目</translation>
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
        <source>{remark} A click opens the editor at the line.</source>
        <translation>{remark}クリックすると、その行をエディターで開きます。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>{severity}: {sentence} {remedy} Line {line}, column {column}</source>
        <translation>{severity}: {sentence} {remedy} {line}行{column}列</translation>
    </message>
    <message>
        <source>{song}, playing</source>
        <translation>{song}、再生中</translation>
    </message>
</context>
</TS>
