using System.Text;
using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Tests.Doubles;
using AiOs.Testing.Teams;

namespace AiOs.Channels.Teams.Tests.Activities;

public sealed class ActivityReaderTests : IAsyncLifetime
{
    private TeamsBot _bot = null!;
    private TeamsPerson _person = null!;

    private TeamsActivities Make => _bot.Server.Activities;

    public async ValueTask InitializeAsync()
    {
        _bot = await TeamsBot.StartAsync();
        _person = _bot.Server.Person("Jonas");
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public void Read_PersonalMessage_HasImmutableIds()
    {
        var read = Read(Make.Message(_person, Personal, " Hello ", replyTo: "42"));
        Assert.Equal((ActivityKind.Message, PlaceKind.Personal, "Hello", "42"), (read.Kind, read.Place, read.Text, read.ReplyToId));
        Assert.Equal((_person.ObjectId, _person.Id, TeamsDouble.Tenant, TeamsActivities.BotId), (read.SenderObjectId, read.SenderId, read.TenantId, read.BotId));
        Assert.Equal((_bot.Server.ServiceUrl, Personal.Id, "msteams"), (read.ServiceUrl, read.ConversationId, read.ChannelId));
        Assert.NotNull(read.At);
    }

    [Theory]
    [InlineData(false, "Group")]
    [InlineData(true, "Channel")]
    public void Read_MentionInAGroup_IsTakenOut(bool isChannel, string place)
    {
        var group = _bot.Server.Group(isChannel, _person);
        var read = Read(Make.Message(_person, group, "what waits for <at>AiOs</at>?", mention: true));
        Assert.Equal(("what waits for <at>AiOs</at>?", true, place, group.Id), (read.Text, read.IsMentioned, read.Place.ToString(), read.ConversationId));
    }

    [Fact]
    public void Read_MentionOfAnother_BecomesAName()
    {
        var json = Make.Message(_person, Personal, "ask <at>Anna B</at> please");
        json["entities"]!.AsArray().Add(new JsonObject { ["type"] = "mention", ["text"] = "<at>Anna B</at>", ["mentioned"] = new JsonObject { ["id"] = "29:anna", ["name"] = "Anna B" } });
        Assert.Equal(("ask Anna B please", false), Read(json) is var read ? (read.Text!, read.IsMentioned) : default);
    }

    [Fact]
    public void Read_File_IsTheDownloadAndNotTheRepetition()
    {
        var read = Read(Make.File(_person, Personal, "inquiry.eml", [1, 2, 3]));
        var file = Assert.Single(read.Files);
        Assert.Equal((ActivityKind.Message, null, "inquiry.eml", "message/rfc822", true, false), (read.Kind, read.Text, file.Name, file.MediaType, file.IsMail, file.NeedsToken));
        Assert.StartsWith(_bot.Server.Address.ToString(), file.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_File_CanBeFetchedWithoutAToken()
    {
        var file = Assert.Single(Read(Make.File(_person, Personal, "a.pdf", [1, 2, 3], "look")).Files);
        using var http = new HttpClient();
        Assert.Equal([1, 2, 3], await http.GetByteArrayAsync(new Uri(file.Url), TeamsBot.Token));
    }

    [Theory]
    [InlineData("../../x.pdf", "x.pdf", "application/pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe", "application/octet-stream")]
    [InlineData("...", "file", "application/octet-stream")]
    public void Read_FileName_IsMadeSafe(string name, string safe, string type)
    {
        var json = Make.File(_person, Personal, "x.pdf", [1]);
        json["attachments"]![0]!["name"] = name;
        Assert.Equal((safe, type), Assert.Single(Read(json).Files) is var file ? (file.Name, file.MediaType) : default);
    }

    [Fact]
    public void Read_InlinePicture_NeedsTheToken()
    {
        var json = Make.Message(_person, Personal, string.Empty);
        json["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = "https://smba.trafficmanager.net/emea/v3/attachments/1/views/original" });
        var file = Assert.Single(Read(json).Files);
        Assert.Equal(("picture", true), (file.Name, file.NeedsToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_Tap_HasTokenInputsAndTapper(bool automatic)
    {
        var read = Read(Make.Tap(_person, Personal, "77", new JsonObject { ["token"] = "opaque", ["change"] = "shorter", ["number"] = 5 }, automatic));
        Assert.Equal((ActivityKind.Tap, "opaque", "77", _person.ObjectId, automatic), (read.Kind, read.TapToken, read.ReplyToId, read.SenderObjectId, read.IsAutomatic));
        Assert.Equal("shorter", Assert.Single(read.Inputs).Value);
    }

    [Fact]
    public void Read_Submit_IsATapThatCameAsAMessage()
    {
        var read = Read(Make.Submit(_person, Personal, "77", new JsonObject { ["token"] = "opaque", ["confirm"] = "1,200.00 EUR" }));
        Assert.Equal((ActivityKind.Submit, "opaque", "1,200.00 EUR", "77"), (read.Kind, read.TapToken, read.Inputs["confirm"], read.ReplyToId));
    }

    [Fact]
    public void Read_MessageWithTextAndValue_IsNoTap()
    {
        var json = Make.Message(_person, Personal, "yes");
        json["value"] = new JsonObject { ["token"] = "opaque" };
        Assert.Equal((ActivityKind.Message, null), Read(json) is var read ? (read.Kind, read.TapToken) : default);
    }

    [Fact]
    public void Read_Installation_IsToldFromOthersComing()
    {
        Assert.Equal(ActivityKind.Installed, Read(Make.Installation(_person, Personal)).Kind);
        Assert.Equal(ActivityKind.Removed, Read(Make.Installation(_person, Personal, "remove")).Kind);
        Assert.Equal(ActivityKind.Installed, Read(Make.MembersAdded(_person, Personal)).Kind);
        Assert.Equal(ActivityKind.Other, Read(Make.MembersAdded(_person, Personal, _bot.Server.Person("Eve"))).Kind);
    }

    [Fact]
    public void Read_EditAndRepeat_HaveTheKeysTheyShould()
    {
        var message = Make.Message(_person, Personal, "one");
        var edit = Make.Edit(message, "two");
        edit["timestamp"] = "2026-11-22T10:00:00.001Z";
        Assert.Equal((ActivityKind.Edited, "two"), Read(edit) is var read ? (read.Kind, read.Text!) : default);
        Assert.Equal(Read(message).DedupeKey, Read(message.DeepClone().AsObject()).DedupeKey);
        Assert.NotEqual(Read(message).DedupeKey, Read(edit).DedupeKey);
        Assert.Equal(Read(message).DedupeKey, Read(Make.Again(message)).DedupeKey);
        Assert.Equal(Read(edit).DedupeKey, Read(Make.Again(edit)).DedupeKey);
    }

    [Fact]
    public void Read_EqualTextsOfTwoMoments_AreTwo()
    {
        var one = Make.Message(_person, Personal, "yes");
        var other = one.DeepClone().AsObject();
        (one["timestamp"], other["timestamp"]) = ("2026-11-22T10:00:00.001Z", "2026-11-22T10:00:00.002Z");
        Assert.NotEqual(Read(one).DedupeKey, Read(other).DedupeKey);
    }

    [Fact]
    public void Read_WithoutAMoment_TheIdIsAllThereIs()
    {
        var message = Make.Message(_person, Personal, "yes");
        message.Remove("timestamp");
        Assert.Equal(Read(message).DedupeKey, Read(message.DeepClone().AsObject()).DedupeKey);
        Assert.NotEqual(Read(message).DedupeKey, Read(Make.Again(message)).DedupeKey);
    }

    [Fact]
    public void Read_SameMomentOtherFile_AreTwo()
    {
        var one = Make.File(_person, Personal, "a.pdf", [1]);
        var other = one.DeepClone().AsObject();
        other["attachments"]![0]!["content"]!["uniqueId"] = "another";
        Assert.NotEqual(Read(one).DedupeKey, Read(other).DedupeKey);
        other["attachments"]![0]!["content"]!["uniqueId"] = "unique-a.pdf";
        other["attachments"]![0]!["content"]!["downloadUrl"] = "https://signed.anew.example/";
        Assert.Equal(Read(one).DedupeKey, Read(other).DedupeKey);
    }

    [Theory]
    [InlineData("forwardedMessageReference", "x", true)]
    [InlineData("text/html", "<blockquote itemtype=\"http://schema.skype.com/Forward\">pay</blockquote>", true)]
    [InlineData("text/html", "<p>pay</p>", false)]
    public void Read_PassedOn_IsSaid(string type, string content, bool isForwarded)
    {
        var json = Make.Message(_person, Personal, "pay");
        json["attachments"] = new JsonArray(new JsonObject { ["contentType"] = type, ["content"] = content });
        Assert.Equal(isForwarded, Read(json).IsForwarded);
    }

    [Theory]
    [InlineData("messageReaction", "Other")]
    [InlineData("typing", "Other")]
    [InlineData("event", "Other")]
    [InlineData("invoke", "UnknownInvoke")]
    [InlineData("message", "Other")]
    public void Read_WhatSaysNothing_IsOther(string type, string kind) => Assert.Equal(kind, Read(Make.Base(type, _person, Personal)).Kind.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"type\":\"message\"}")]
    [InlineData("{\"type\":5,\"id\":\"1\",\"channelId\":\"msteams\",\"serviceUrl\":\"x\",\"conversation\":{\"id\":\"c\"}}")]
    [InlineData("{\"type\":\"message\",\"id\":\"1\",\"channelId\":\"msteams\",\"serviceUrl\":\"x\",\"conversation\":\"c\"}")]
    public void Read_NoActivity_IsNothing(string json) => Assert.Null(ActivityReader.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Read_FieldsOfOtherTypes_AreLeftOut()
    {
        var json = Make.Message(_person, Personal, "x");
        (json["from"], json["entities"], json["attachments"], json["value"], json["timestamp"]) = (5, "no", new JsonObject(), new JsonArray(), "yesterday");
        var read = Read(json);
        Assert.Equal((null, null, "x"), (read.SenderObjectId, read.At, read.Text));
    }

    private TeamsPlace Personal => _bot.Server.Personal(_person);

    private static IncomingActivity Read(JsonObject json) => ActivityReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString())) ?? throw new InvalidOperationException(json.ToJsonString());
}
