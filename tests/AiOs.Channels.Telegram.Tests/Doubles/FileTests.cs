using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace AiOs.Channels.Telegram.Tests.Doubles;

public sealed class FileTests
{
    [Fact]
    public async Task Document_SentByAPerson_IsFetchedByteForByte()
    {
        await using var bot = await Bot.StartAsync();
        byte[] bytes = [.. Enumerable.Range(0, 5000).Select(static one => (byte)one)];
        bot.Operator.SendsDocument("offer.pdf", bytes, "application/pdf", "please look");
        var message = (await bot.Client.GetUpdates(cancellationToken: Bot.Token)).Single().Message!;
        using var copy = new MemoryStream();
        await bot.Client.GetInfoAndDownloadFile(message.Document!.FileId, copy, Bot.Token);
        Assert.Equal(("offer.pdf", "application/pdf", "please look"), (message.Document.FileName, message.Document.MimeType, message.Caption));
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public async Task Document_OverTwentyMegabytes_IsNotGivenOut()
    {
        await using var bot = await Bot.StartAsync();
        bot.Operator.SendsDocument("big.pdf", [1], "application/pdf", declaredSize: 21 * 1024 * 1024);
        var message = (await bot.Client.GetUpdates(cancellationToken: Bot.Token)).Single().Message!;
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => bot.Client.GetFile(message.Document!.FileId, Bot.Token));
        Assert.Contains("file is too big", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_OfEachKind_ArriveWithTheirBytes()
    {
        await using var bot = await Bot.GreetedAsync();
        await bot.Client.SendPhoto(Bot.OperatorId, InputFile.FromStream(new MemoryStream([1, 2]), "chart.png"), "chart", cancellationToken: Bot.Token);
        await bot.Client.SendVoice(Bot.OperatorId, InputFile.FromStream(new MemoryStream([1, 2, 3]), "a.ogg"), cancellationToken: Bot.Token);
        var sent = await bot.Client.SendDocument(Bot.OperatorId, InputFile.FromStream(new MemoryStream([1, 2, 3, 4]), "a.csv"), cancellationToken: Bot.Token);
        await bot.Client.SendDocument(Bot.OperatorId, InputFile.FromFileId(sent.Document!.FileId), cancellationToken: Bot.Token);
        Assert.Equal([2, 3, 4], bot.Server.Calls.SelectMany(static call => call.Files.Values));
        Assert.Equal(5, bot.Server.Messages(Bot.OperatorId).Count);
    }

    [Fact]
    public async Task Album_TwoPhotos_IsOneGroup()
    {
        await using var bot = await Bot.GreetedAsync();
        var sent = await bot.Client.SendMediaGroup(
            Bot.OperatorId,
            [new InputMediaPhoto(InputFile.FromStream(new MemoryStream([1]), "a.png")), new InputMediaPhoto(InputFile.FromStream(new MemoryStream([2]), "b.png"))],
            cancellationToken: Bot.Token);
        Assert.Equal(2, sent.Length);
        Assert.Equal(sent[0].MediaGroupId, sent[1].MediaGroupId);
        Assert.NotNull(sent[0].MediaGroupId);
    }
}
