using System.Text;
using System.Text.Json.Nodes;
using AiOs.Channels.Telegram.Updates;

namespace AiOs.Channels.Telegram.Tests.Updates;

public sealed class UpdateReaderTests
{
    private const string Head = """ "message_id":7,"date":1790000000,"from":{"id":4711,"is_bot":false,"first_name":"Jonas"},"chat":{"id":4711,"type":"private","first_name":"Jonas"} """;
    private const string InTopic = """ "message_id":9,"date":1790000000,"from":{"id":4711,"is_bot":false,"first_name":"J"},"chat":{"id":-100123,"type":"supergroup","title":"Studio","is_forum":true},"message_thread_id":3,"is_topic_message":true """;
    private const string Other = """ {"message_id":5,"date":1789999999,"chat":{"id":4711,"type":"private","first_name":"Jonas"},"from":{"id":123456,"is_bot":true,"first_name":"AiOs"},"text":"x"} """;

    [Fact]
    public void Read_Text_HasSenderChatAndMoment()
    {
        var update = Message(Head + """, "text":"Hello" """);
        Assert.Equal((100L, IncomingKind.Message, 4711L, 4711L, true), (update.UpdateId, update.Kind, update.SenderId, update.ChatId, update.IsPrivate));
        Assert.Equal(("Hello", 7, null, null), (update.Text, update.MessageId, update.ReplyToMessageId, update.TopicId));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), update.At);
        Assert.Empty(update.Files);
    }

    [Fact]
    public void Read_Reply_NamesTheMessageItAnswers() => Assert.Equal(5, Message(Head + $$""","text":"yes","reply_to_message":{{Other}}""").ReplyToMessageId);

    [Fact]
    public void Read_Edit_IsToldApartWithItsMoment()
    {
        var update = Read("{" + $$""" "update_id":100,"edited_message":{ {{Head}},"edit_date":1790000050,"text":"Hello again"} """ + "}");
        Assert.Equal((IncomingKind.Edited, "Hello again", 7), (update.Kind, update.Text, update.MessageId));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000050), update.At);
    }

    [Theory]
    [InlineData("offer.pdf", "application/pdf", "offer.pdf", "application/pdf", false)]
    [InlineData("mail.eml", "message/rfc822", "mail.eml", "message/rfc822", true)]
    [InlineData("MAIL.EML", "application/octet-stream", "MAIL.EML", "application/octet-stream", true)]
    [InlineData("../../etc/passwd", "text/plain; charset=x", "passwd", "text/plain", false)]
    [InlineData("a\u202Efdp.exe", "nonsense", "afdp.exe", "application/octet-stream", false)]
    [InlineData("...", "<b>/x", "document", "application/octet-stream", false)]
    [InlineData("C:\\x\\y?.doc", "Application/MSWord", "y.doc", "application/msword", false)]
    public void Read_Document_IsNamedSafely(string name, string type, string safe, string media, bool mail)
    {
        var document = new JsonObject { ["file_id"] = "F1", ["file_unique_id"] = "U1", ["file_name"] = name, ["mime_type"] = type, ["file_size"] = 321 };
        var update = Message(Head + $$""","caption":"look","document":{{document.ToJsonString()}}""");
        var file = Assert.Single(update.Files);
        Assert.Equal(new IncomingFile(FileKind.Document, "F1", "U1", safe, media, 321), file);
        Assert.Equal(("look", mail, true), (update.Text, file.IsMail, file.CanBeFetched));
    }

    [Fact]
    public void Read_DocumentWithoutAnything_StillHasAName()
    {
        var file = Assert.Single(Message(Head + """, "document":{"file_id":"F","file_unique_id":"U"} """).Files);
        Assert.Equal(("document", "application/octet-stream", null, true), (file.Name, file.MediaType, file.Size, file.CanBeFetched));
        Assert.False((file with { Size = 21 * 1024 * 1024 }).CanBeFetched);
    }

    [Fact]
    public void Read_Photo_TakesTheLargest()
    {
        var file = Assert.Single(Message(Head + """, "photo":[{"file_id":"S","file_unique_id":"s","width":90,"height":60},{"file_id":"L","file_unique_id":"l","width":1280,"height":853,"file_size":9}] """).Files);
        Assert.Equal((FileKind.Photo, "L", "photo.jpg", "image/jpeg"), (file.Kind, file.FileId, file.Name, file.MediaType));
    }

    [Fact]
    public void Read_Voice_IsAFileOfItsKind()
    {
        var file = Assert.Single(Message(Head + """, "voice":{"file_id":"V","file_unique_id":"v","duration":3,"mime_type":"audio/ogg"} """).Files);
        Assert.Equal((FileKind.Voice, "V", "audio/ogg"), (file.Kind, file.FileId, file.MediaType));
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(8, 8)]
    public void Read_InATopic_OpeningMessageIsNoReply(int repliedTo, int? reply)
    {
        var update = Message(InTopic + $$""","text":"x","reply_to_message":{"message_id":{{repliedTo}},"date":1,"chat":{"id":-100123,"type":"supergroup","title":"S"} }""");
        Assert.Equal((3, reply, false, -100123L, 4711L), (update.TopicId, update.ReplyToMessageId, update.IsPrivate, update.ChatId, update.SenderId));
    }

    [Fact]
    public void Read_Forward_IsMarked() =>
        Assert.True(Message(Head + """, "text":"pay","forward_origin":{"type":"hidden_user","date":1789999999,"sender_user_name":"Boss"} """).IsForwarded);

    [Theory]
    [InlineData(""" "sender_chat":{"id":-100123,"type":"supergroup","title":"S"},"text":"x" """)]
    [InlineData(""" "from":{"id":5,"is_bot":true,"first_name":"b"},"text":"x" """)]
    public void Read_NobodyBehindIt_HasNoSender(string more)
    {
        const string Jonas = """ "from":{"id":4711,"is_bot":false,"first_name":"Jonas"}, """;
        var head = more.Contains("from", StringComparison.Ordinal) ? Head.Replace(Jonas.Trim(), string.Empty, StringComparison.Ordinal) : Head;
        Assert.Equal(4711, Message(Head + "," + """ "text":"x" """).SenderId);
        Assert.Null(Message(head + "," + more).SenderId);
    }

    [Fact]
    public void Read_Tap_NamesTheTapperAndNotTheChat()
    {
        var update = Read($$"""{"update_id":101,"callback_query":{"id":"T1","from":{"id":99,"is_bot":false,"first_name":"Eve"},"message":{ {{InTopic}},"text":"card"},"chat_instance":"1","data":"opaque"} }""");
        Assert.Equal((IncomingKind.Tap, 99L, -100123L, 9, "opaque", "T1", 3), (update.Kind, update.SenderId, update.ChatId, update.MessageId, update.TapToken, update.TapId, update.TopicId));
    }

    [Theory]
    [InlineData(""" {"update_id":1,"message":{ "message_id":7,"date":1,"chat":{"id":1,"type":"private"},"from":{"id":1,"is_bot":false,"first_name":"x"},"new_chat_title":"t"} } """, true)]
    [InlineData(""" {"update_id":1,"something_new":{"a":1}} """, true)]
    [InlineData(""" {"update_id":1,"poll_answer":{"poll_id":"1","option_ids":[],"user":{"id":1,"is_bot":false,"first_name":"x"}}} """, true)]
    [InlineData("{}", false)]
    [InlineData("nonsense", false)]
    [InlineData("[1]", false)]
    [InlineData("", false)]
    public void Read_WhatSaysNothing_IsOtherOrNothing(string json, bool isUpdate)
    {
        var update = UpdateReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal(isUpdate, update is not null);
        Assert.True(update is null || update.Kind == IncomingKind.Other);
    }

    private static IncomingUpdate Message(string inside) => Read("{\"update_id\":100,\"message\":{" + inside + "}}");

    private static IncomingUpdate Read(string json) => UpdateReader.Read(Encoding.UTF8.GetBytes(json)) ?? throw new InvalidOperationException(json);
}
