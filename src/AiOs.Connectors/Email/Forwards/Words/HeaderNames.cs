using System.Collections.Frozen;

namespace AiOs.Connectors.Email.Forwards.Words;

/// <summary>How mail programs call the lines of a forwarded header. A language is added here and in its neighbours and nowhere else.</summary>
internal static class HeaderNames
{
    private const string From =
        "from|von|absender|de|expéditeur|de la part de|remitente|remetente|da|mittente|od|nadawca|van|afzender|fra|afsender|avsender|från|avsändare|lähettäjä|saatja|kellelt|" +
        "feladó|küldő|expeditor|expeditorul|de la|odesílatel|odosielateľ|odesilatel|šalje|pošiljatelj|pošiljalac|pošilja|от|от кого|отправитель|від|від кого|відправник|податель|подател|" +
        "kimden|gönderen|από|αποστολέας|nuo|siuntėjas|no|sūtītājs|од|шаље|пошиљалац|de part de|remitent|差出人|从|自|来自|送信者|送信元|보낸 사람|보낸사람|발신자|보낸 이|发件人|發件人|寄件者|寄件人|từ|người gửi|dari|pengirim";

    private const string Date =
        "date|sent|date sent|datum|gesendet|gesendet am|data|fecha|fecha de envío|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviada|enviado em|enviada em|enviada a|data de envio|" +
        "inviato|inviata|inviato il|data invio|verzonden|verstuurd|verzonden op|dato|sendt|sendt den|sendt dato|skickat|skickades|skickat den|päivämäärä|päiväys|pvm|lähetetty|lähetysaika|kuupäev|saadetud|" +
        "wysłano|wysłane|wysłana|data wysłania|odesláno|posláno|odeslané|dátum|odoslané|odoslaná|poslané|elküldve|küldve|küldés dátuma|küldés ideje|dată|trimis|trimis la|trimisă|expediat|poslano|poslato|vrijeme|" +
        "дата|отправлено|дата отправки|отправлена|надіслано|відправлено|дата надсилання|tarih|gönderme tarihi|gönderilen|gönderildi|gönderim tarihi|gönderilme tarihi|ημερομηνία|στάλθηκε|εστάλη|αποστολή|изпратено|изпратен|" +
        "išsiųsta|siųsta|laikas|datums|nosūtīts|nosūtīta|sūtīts|датум|послато|enviat|日付|日時|送信日時|送信日|送信済み|날짜|보낸 날짜|보낸날짜|발신일|전송 날짜|发送时间|发送日期|日期|时间|時間|寄件日期|傳送時間|傳送日期|發送日期|發送時間|" +
        "ngày|đã gửi|gửi lúc|vào lúc|ngày gửi|tanggal|dikirim|terkirim";

    private const string To =
        "to|an|empfänger|à|a|pour|destinataire|destinataires|para|destinatario|destinatarios|destinatário|destinatari|aan|ontvanger|til|modtager|mottaker|till|mottagare|vastaanottaja|vastaanottajat|" +
        "saaja|adressaat|kellele|do|adresat|odbiorca|komu|příjemce|pre|príjemca|címzett|címzettek|către|destinatar|destinatarul|prima|primatelj|primalac|kome|za|prejemnik|кому|получатель|отримувач|одержувач|получател|до|" +
        "kime|alıcı|προς|παραλήπτης|kam|gavėjas|saņēmējs|коме|за|прима|per a|宛先|到|至|给|送信先|宛て先|받는 사람|받는사람|받는 이|수신|수신자|收件人|收件者|đến|tới|người nhận|kepada|ke|untuk|penerima";

    private const string Copy =
        "cc|c.c.|kopie|kopie an|in kopie|copie|copie à|copie carbone|copia|con copia|copia a|cópia|com cópia|cópia para|per conoscenza|kopi|kopi til|kopia|kopia till|kopio|koopia|dw|do wiadomości|kopie pro|" +
        "kópia|másolat|másolatot kap|kopija|kopija za|копия|копию|в копии|копія|копие|bilgi|karbon kopya|κοιν.|κοιν|κοινοποίηση|kopijos gavėjas|kopijas saņēmējs|копија|còpia|a/c|afschrift|" +
        "抄送|副本|参照|カーボンコピー|참조|đồng gửi|đồng kính gửi|tembusan";

    private const string Subject =
        "subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|otsikko|teema|pealkiri|temat|tytuł|předmět|věc|predmet|vec|tárgy|subiect|subiectul|naslov|тема|тема письма|konu|θέμα|" +
        "tema|temats|tēma|zadeva|предмет|наслов|относно|assumpte|件名|제목|主题|主題|主旨|标题|標題|tiêu đề|chủ đề|subjek|perihal|judul";

    private const string Other =
        "bcc|blindkopie|blindkopie an|cci|cco|ccn|cópia oculta|copia oculta|udw|ukw|skrytá kopie|skrytá kópia|titkos másolat|piilokopio|skjult kopi|blindkopi|dold kopia|скрытая копия|прихована копія|gizli|bilgi (gizli)|" +
        "密送|密件副本|숨은 참조|reply-to|reply to|antwort an|antworten an|répondre à|responder a|rispondi a|svar til|svara till|antwoord aan|beantwoorden|vastausosoite|odpowiedz do|odpovědět|odpovedať|válaszcím|" +
        "ответить|yanıtla|返信先|importance|wichtigkeit|priorität|priority|priorité|prioridad|prioridade|priorità|importancia|importância|importanza|urgentie|prioriteit|prioritet|tärkeys|ważność|důležitost|dôležitosť|" +
        "fontosság|важность|önem|sensitivity|vertraulichkeit|attachments|attachment|anlagen|anlage|anhänge|anhang|pièces jointes|pièce jointe|datos adjuntos|adjuntos|adjunto|anexos|anexo|allegati|allegato|bijlagen|" +
        "bijlage|vedhæftede filer|vedhæftet|vedlegg|bifogade filer|bifogad|liitteet|liite|manused|manus|załączniki|załącznik|přílohy|prílohy|mellékletek|melléklet|atașamente|privitci|вложения|вкладення|ekler|συνημμένα|" +
        "添付ファイル|첨부 파일|附件|organization|organisation|message-id|resent-from|resent-to|resent-date|sender|list-id|x-mailer|mime-version|content-type|user-agent";

    /// <summary>Names of header lines, folded.</summary>
    public static readonly FrozenDictionary<string, HeaderWord> All = Table();

    private static FrozenDictionary<string, HeaderWord> Table()
    {
        var table = new Dictionary<string, HeaderWord>(StringComparer.Ordinal);
        foreach (var (word, names) in new[]
        {
            (HeaderWord.From, From), (HeaderWord.Date, Date), (HeaderWord.To, To), (HeaderWord.Copy, Copy), (HeaderWord.Subject, Subject), (HeaderWord.Other, Other),
        })
        {
            foreach (var name in names.Split('|')) table.TryAdd(Folded.Of(name), word);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
