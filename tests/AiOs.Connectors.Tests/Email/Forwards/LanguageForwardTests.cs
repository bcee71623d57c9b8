using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Tests.Email.Forwards;

/// <summary>Made-up forwards in the words of many languages, in the shapes that mail programs give them.</summary>
public sealed class LanguageForwardTests
{
    /// <summary>Language, title between dashes, from, date, to, copied, subject.</summary>
    public static TheoryData<string, string, string, string, string, string, string> Languages() => new()
    {
        { "bg", "Препратено съобщение", "От", "Дата", "До", "Копие", "Относно" },
        { "ca", "Missatge reenviat", "De", "Data", "Per a", "Còpia", "Assumpte" },
        { "cs", "Přeposlaná zpráva", "Od", "Odesláno", "Komu", "Kopie", "Předmět" },
        { "da", "Videresendt besked", "Fra", "Sendt", "Til", "Cc", "Emne" },
        { "de", "Weitergeleitete Nachricht", "Von", "Gesendet", "An", "Kopie", "Betreff" },
        { "el", "Προωθημένο μήνυμα", "Από", "Ημερομηνία", "Προς", "Κοιν.", "Θέμα" },
        { "es", "Mensaje reenviado", "De", "Enviado", "Para", "CC", "Asunto" },
        { "et", "Edastatud kiri", "Saatja", "Saadetud", "Adressaat", "Koopia", "Teema" },
        { "fi", "Välitetty viesti", "Lähettäjä", "Lähetetty", "Vastaanottaja", "Kopio", "Aihe" },
        { "fr", "Message transféré", "De ", "Envoyé ", "À ", "Cc ", "Objet " },
        { "hr", "Proslijeđena poruka", "Šalje", "Poslano", "Prima", "Kopija", "Predmet" },
        { "hu", "Továbbított üzenet", "Feladó", "Elküldve", "Címzett", "Másolatot kap", "Tárgy" },
        { "id", "Pesan terusan", "Dari", "Tanggal", "Kepada", "Cc", "Perihal" },
        { "it", "Messaggio inoltrato", "Da", "Inviato", "A", "Cc", "Oggetto" },
        { "ja", "転送されたメッセージ", "差出人", "日時", "宛先", "CC", "件名" },
        { "ko", "전달된 메시지", "보낸 사람", "날짜", "받는 사람", "참조", "제목" },
        { "lt", "Persiųstas laiškas", "Nuo", "Data", "Kam", "Kopija", "Tema" },
        { "lv", "Pārsūtīta ziņa", "No", "Datums", "Kam", "Kopija", "Temats" },
        { "nl", "Doorgestuurd bericht", "Van", "Verzonden", "Aan", "CC", "Onderwerp" },
        { "no", "Videresendt melding", "Fra", "Sendt", "Til", "Kopi", "Emne" },
        { "pl", "Przekazana wiadomość", "Od", "Wysłano", "Do", "DW", "Temat" },
        { "pt", "Mensagem reencaminhada", "De", "Enviada", "Para", "Cc", "Assunto" },
        { "ro", "Mesaj redirecționat", "De la", "Trimis", "Către", "Cc", "Subiect" },
        { "ru", "Пересланное сообщение", "От", "Отправлено", "Кому", "Копия", "Тема" },
        { "sk", "Preposlaná správa", "Od", "Odoslané", "Komu", "Kópia", "Predmet" },
        { "sl", "Posredovano sporočilo", "Od", "Poslano", "Za", "Kp", "Zadeva" },
        { "sr", "Прослеђена порука", "Од", "Датум", "За", "Копија", "Наслов" },
        { "sv", "Vidarebefordrat meddelande", "Från", "Skickat", "Till", "Kopia", "Ämne" },
        { "tr", "İletilen ileti", "Kimden", "Tarih", "Kime", "Bilgi", "Konu" },
        { "uk", "Переслане повідомлення", "Від", "Надіслано", "Кому", "Копія", "Тема" },
        { "vi", "Thư được chuyển tiếp", "Từ", "Ngày", "Đến", "Cc", "Chủ đề" },
        { "zh", "转发的邮件", "发件人", "发送时间", "收件人", "抄送", "主题" },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public void Read_TitleBetweenDashes_GivesTheOriginal(string language, string title, string from, string date, string to, string copy, string subject) =>
        Check(language, $"-------- {title} --------\n{Block(from, date, to, copy, subject)}\n\n{Mails.Inquiry}", "Please answer.");

    [Theory]
    [MemberData(nameof(Languages))]
    public void Read_HeaderBelowALine_GivesTheOriginal(string language, string title, string from, string date, string to, string copy, string subject) =>
        Check(language, $"________________________________\n{Block(from, date, to, copy, subject)}\n\n{Mails.Inquiry}", title.Length > 0 ? "Please answer." : null);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Read_QuotedWithATitle_GivesTheOriginal(string language, string title, string from, string date, string to, string copy, string subject)
    {
        var inner = $"{title}:\n\n{Block(from, date, to, copy, subject)}\n\n{Mails.Inquiry}";
        Check(language, $"> {inner.Replace("\n", "\n> ", StringComparison.Ordinal)}", "Please answer.");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Read_RunTogether_GivesTheOriginal(string language, string title, string from, string date, string to, string copy, string subject)
    {
        var block = Block(from, date, to, copy, subject).Replace("\n", string.Empty, StringComparison.Ordinal);
        Check(language, $"   ----- {title} ----- {block}\n {Mails.Inquiry}", "Please answer.");
    }

    [Theory]
    [InlineData("cs", "Dne 2.3.2026 8:00, \"Mira Lund\" <mira@fair.example> napsal(a):")]
    [InlineData("da", "Den 02/03/2026 08.00 skrev \"Mira Lund\" <mira@fair.example>:")]
    [InlineData("de", "Am 02.03.26, 08:00 schrieb \"Mira Lund\" <mira@fair.example>:")]
    [InlineData("en", "On 02/03/2026, 08:00, Mira Lund <mira@fair.example> wrote:")]
    [InlineData("en-lines", "On Mon, Mar 2, 2026 at 8:00 AM Mira Lund\n<mira@fair.example> wrote:")]
    [InlineData("es", "El 2/3/2026 8:00, \"Mira Lund\" <mira@fair.example> escribió:")]
    [InlineData("et", "02.03.2026 08:00 kirjutas \"Mira Lund\" <mira@fair.example>:")]
    [InlineData("fi", "Mira Lund <mira@fair.example> kirjoitti 2.3.2026 kello 8.00:")]
    [InlineData("fr", "Le 02/03/2026 08:00, « Mira Lund » <mira@fair.example> a écrit :")]
    [InlineData("hr", "Dana 02.03.2026. 08:00, \"Mira Lund\" <mira@fair.example> je napisao/la:")]
    [InlineData("hu", "Mira Lund (<mira@fair.example>) ezt írta 2026.03.02. 8:00:")]
    [InlineData("it", "Il giorno 02/03/2026, 08:00 \"Mira Lund\" <mira@fair.example> ha scritto:")]
    [InlineData("nl", "Op 02-03-2026 08:00 heeft Mira Lund <mira@fair.example> geschreven:")]
    [InlineData("pl", "W dniu 02.03.2026 08:00 użytkownik „Mira Lund” <mira@fair.example> napisał:")]
    [InlineData("pt", "Em 02/03/2026 08:00, \"Mira Lund\" <mira@fair.example> escreveu:")]
    [InlineData("ro", "În 02.03.2026, 08:00, \"Mira Lund\" <mira@fair.example> a scris:")]
    [InlineData("ru", "02.03.2026, 08:00 пользователь \"Mira Lund\" <mira@fair.example> написал:")]
    [InlineData("sk", "2. 3. 2026 8:00 používateľ Mira Lund (<mira@fair.example>) napísal:")]
    [InlineData("tr", "\"Mira Lund\" <mira@fair.example>, 2.03.2026 08:00 tarihinde şunu yazdı:")]
    [InlineData("uk", "02.03.2026 08:00 користувач \"Mira Lund\" <mira@fair.example> написав:")]
    public void Read_WroteLineUnderAForwardSubject_GivesTheOriginal(string language, string line)
    {
        var mail = Mails.Content(Mails.Plain($"\ufeff{line}\n\n    {Mails.Inquiry.Replace("\n", "\n    ", StringComparison.Ordinal)}", "FW: Brochure"));

        Assert.NotEmpty(language);
        Assert.Equal(ContentOrigin.InlineForward, mail.Origin);
        Assert.Equal(new Mailbox("Mira Lund", "mira@fair.example"), mail.Sender);
        Assert.Contains("02", mail.SentAtText?.Replace("2.3", "02", StringComparison.Ordinal).Replace("2/3", "02", StringComparison.Ordinal).Replace("2. 3", "02", StringComparison.Ordinal).Replace("Mar 2", "02", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Mails.Inquiry, mail.Text);
        Assert.Null(mail.Note);
    }

    private static string Block(string from, string date, string to, string copy, string subject) =>
        $"{from}: Mira Lund <mira@fair.example>\n{date}: 2026-03-02 08:00\n{to}: \"Olga\" <olga@studio.example>\n{(copy == "Kp" ? "Cc" : copy)}: Per <per@fair.example>\n{subject}: Brochure";

    private static void Check(string language, string forward, string? note)
    {
        var mail = Mails.Content(Mails.Plain($"Please answer.\n\n{forward}"));

        Assert.NotEmpty(language);
        Assert.Equal(ContentOrigin.InlineForward, mail.Origin);
        Assert.Equal(new Mailbox("Mira Lund", "mira@fair.example"), mail.Sender);
        Assert.Equal([new Mailbox("Olga", "olga@studio.example")], mail.Recipients);
        Assert.Equal([new Mailbox("Per", "per@fair.example")], mail.Copied);
        Assert.Equal("Brochure", mail.Subject);
        Assert.Contains("2026-03-02", mail.SentAtText, StringComparison.Ordinal);
        Assert.Equal(Mails.Inquiry, mail.Text);
        Assert.Equal(note, mail.Note);
    }
}
