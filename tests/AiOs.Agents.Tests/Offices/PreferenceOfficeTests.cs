using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Text;
using AiOs.Testing.Kernel;

namespace AiOs.Agents.Tests.Offices;

/// <summary>How the operator wants drafts: said outright or shown by two changes, told at once, used for everybody, and taken back for good.</summary>
public sealed class PreferenceOfficeTests
{
    private static readonly (string Address, string Name, string Subject, string Text) Anna =
        ("anna@weber.example", "Anna Weber", "Request for a project", "Hello, we look for somebody who designs a website for our bakery in spring. Are you available for such a project, and do you take on new clients at present?");

    private static readonly (string Address, string Name, string Subject, string Text) Ben =
        ("ben@ort.example", "Ben Ort", "Wine online", "Could you build an online shop for the wine store of my brother? He wants to know whether the autumn is too late to begin.");

    private static readonly (string Address, string Name, string Subject, string Text) Gerd =
        ("gerd@hahn.example", "Gerd Hahn", "Summer concert", "Our choir needs posters and tickets for its concert in the old town hall. Can somebody of yours help with that?");

    [Fact]
    public async Task Closing_ChangedForTwoPeople_IsToldListedUsedAndTakenBack()
    {
        await using var harness = await Office.StartAsync();
        var first = await ChangedAsync(harness, Anna);
        Assert.Equal("Write “always close with “Best, Jo””, and I do so in every letter.", Tail(first));
        Assert.Empty(await PreferencesAsync(harness));

        var second = await ChangedAsync(harness, Ben);
        var preference = Assert.Single(await PreferencesAsync(harness));
        Assert.Equal($"From now on I close English letters with “Best, Jo”. /unlearn {preference.Name} takes it back.", Tail(second));
        Assert.Equal("I close English letters with “Best, Jo”, since you changed drafts so.", preference.Sentence);

        await MustBeUsedAsync(harness, "carla@maier.example", preference.Name);
        await harness.RestartAsync();
        Assert.True((await harness.Process.Workspace.RebuildAsync(CancellationToken.None)).Same);
        await MustBeUsedAsync(harness, "dora@kern.example", preference.Name);

        var taken = await RunAsync(harness, "/unlearn " + preference.Name);
        Assert.True(taken.Done, taken.Title);
        Assert.Empty(await PreferencesAsync(harness));
        Assert.Contains("Kind regards,", Letter(await ComplaintAsync(harness, "emil@falk.example")), StringComparison.Ordinal);
        await harness.RestartAsync();
        Assert.False((await RunAsync(harness, "/unlearn " + preference.Name)).Done);
        Assert.Contains("Kind regards,", Letter(await ComplaintAsync(harness, "frida@gross.example")), StringComparison.Ordinal);

        // The two changes taught it once; a third one alone does not bring it back.
        Assert.StartsWith("Write “", Tail(await ChangedAsync(harness, Gerd)), StringComparison.Ordinal);
        Assert.Empty(await PreferencesAsync(harness));
    }

    [Fact]
    public async Task Sentence_TypedWithoutASlash_CountsAtOnceAndTheOlderOneComesBack()
    {
        await using var harness = await Office.StartAsync();
        Assert.True(harness.Process.Get<ICommands>().IsCommand("always say Hi"));
        Assert.False(harness.Process.Get<ICommands>().IsCommand("say hi to Anna"));

        var hi = await RunAsync(harness, "always say Hi");
        var hey = await RunAsync(harness, "/prefer always say Hey");

        var names = Assert.Single(await PreferencesAsync(harness)).Name;
        Assert.StartsWith("From now on I begin English letters with “Hi …,”. /unlearn p-", hi.Title, StringComparison.Ordinal);
        Assert.Equal($"From now on I begin English letters with “Hey …,”. /unlearn {names} takes it back.", hey.Title);
        Assert.Contains("Hey Anna Weber,", Letter(await InquiryAsync(harness, Anna)), StringComparison.Ordinal);

        var taken = await RunAsync(harness, "/unlearn " + names[2..]);

        Assert.Contains("What you said before counts again", taken.Title, StringComparison.Ordinal);
        Assert.Contains("Hi Ben Ort,", Letter(await InquiryAsync(harness, Ben)), StringComparison.Ordinal);
        Assert.True((await RunAsync(harness, $"/unlearn {Assert.Single(await PreferencesAsync(harness)).Name}")).Done);
        Assert.Equal("You have put nothing right so far.", (await RunAsync(harness, "/prefer")).Title);
        Assert.Contains("Hello Gerd Hahn,", Letter(await InquiryAsync(harness, Gerd)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("always say Hi")]
    [InlineData("always close with “Best, Jo”")]
    [InlineData("payment terms are 14 days")]
    [InlineData("/prefer keep replies under 80 words")]
    public async Task Sentence_InAMail_TeachesNothing(string sentence)
    {
        await using var harness = await Office.StartAsync();
        await MailAsync(harness, sentence, sentence, "anna@weber.example", "Anna Weber", Category.ClientRequest);

        Assert.Empty(await PreferencesAsync(harness));
    }

    [Fact]
    public async Task Sentence_ThatNamesAClient_IsRefused()
    {
        await using var harness = await Office.StartAsync();
        await harness.WriteAsync(new RecordId("client", "berg"), "name", "Berg GmbH", Provenance.Operator, "name " + NameForm.Of("Berg GmbH"));

        var said = await RunAsync(harness, "always write “Berg GmbH” instead of “the client”");

        Assert.Equal((false, "That names client/berg, and a preference counts for everybody; say it without the name."), (said.Done, said.Title));
        Assert.Empty(await PreferencesAsync(harness));
    }

    [Fact]
    public async Task Preference_AfterTheClientIsForgotten_CountsOnAndSaysNothingOfThem()
    {
        await using var harness = await Office.StartAsync();
        await ChangedAsync(harness, Anna);
        await ChangedAsync(harness, Ben);

        var forgotten = await harness.Process.Get<IForget>().ForgetAsync("anna@weber.example", ChannelName.Web, "operator", CancellationToken.None);

        Assert.True(forgotten.Found, forgotten.Sentence);
        var preference = Assert.Single(await PreferencesAsync(harness));
        Assert.DoesNotContain("Anna", preference.Sentence, StringComparison.OrdinalIgnoreCase);
        await harness.RestartAsync();
        await MustBeUsedAsync(harness, "carla@maier.example", preference.Name);
    }

    [Fact]
    public async Task Offer_Lost_IsSaidToTheOperatorInTheNext()
    {
        await using var harness = await Office.StartAsync();
        await harness.KnowAsync("client/berg", ("name", "Berg GmbH"), ("email", "office@berg.example"), ("rate", "90 EUR per hour"));
        await harness.ApproveAsync(await harness.TypeAsync("offer client/berg a new website, 40 h"));
        await harness.TypeAsync("lost client/berg: too dear for them");

        var next = await harness.TypeAsync("offer Berg a shop, 10 h");

        Assert.Contains("lost on 2026-11-22: too dear for them (negotiation/berg-20261122, version 2)", next.Told(), StringComparison.Ordinal);
        Assert.DoesNotContain("too dear", Letter(next), StringComparison.Ordinal);
    }

    private static async Task<DecisionOutcome> ChangedAsync(KernelHarness harness, (string Address, string Name, string Subject, string Text) from)
    {
        var item = await InquiryAsync(harness, from);
        var changed = await harness.DecideAsync(Open(item), DecisionKind.Change, "replace \"Kind regards,\" with \"Best,\nJo\"");
        Assert.True(changed.Accepted, changed.Sentence);
        return await harness.DecideAsync(Open(changed.Item!), DecisionKind.Approve);
    }

    private static ApprovalView Open(WorkItemView item) => Assert.Single(item.Approvals, approval => approval.State == "open");

    /// <summary>For somebody else, about something else, drafted by another agent.</summary>
    private static async Task MustBeUsedAsync(KernelHarness harness, string address, string preference)
    {
        var item = await ComplaintAsync(harness, address);
        Assert.Contains("\n\nBest,\nJo", Letter(item), StringComparison.Ordinal);
        Assert.DoesNotContain("Kind regards,", Letter(item), StringComparison.Ordinal);
        Assert.Contains($"closing as you prefer ({preference})", item.Told(), StringComparison.Ordinal);
    }

    private static Task<WorkItemView> ComplaintAsync(KernelHarness harness, string address) => MailAsync(
        harness, "I am very unhappy with the last delivery. The colours are wrong, and I want to complain about it.", "Complaint about the delivery", address, "Carla Maier", Category.Complaint);

    private static Task<WorkItemView> InquiryAsync(KernelHarness harness, (string Address, string Name, string Subject, string Text) from) =>
        MailAsync(harness, from.Text, from.Subject, from.Address, from.Name, Category.Inquiry);

    private static async Task<WorkItemView> MailAsync(KernelHarness harness, string text, string subject, string address, string name, Category category)
    {
        var item = await harness.ReceivedAsync(new InboundMessage
        {
            Channel = ChannelName.Mail,
            Authority = Authority.External,
            DedupeKey = "mail-" + address + subject,
            Content = Some.Mail(text, subject, address, name) with { MailId = address, OriginalMailId = address },
        });
        var said = await harness.Process.Get<ICorrections>().CorrectAsync(item.Id, category, ChannelName.Web, "operator", CancellationToken.None);
        Assert.True(said.Accepted, said.Sentence);
        return await harness.ViewAsync(item.Id);
    }

    private static string Tail(DecisionOutcome outcome)
    {
        Assert.True(outcome.Accepted, outcome.Sentence);
        var at = Math.Max(outcome.Sentence.IndexOf("Write “", StringComparison.Ordinal), outcome.Sentence.IndexOf("From now on", StringComparison.Ordinal));
        return at < 0 ? string.Empty : outcome.Sentence[at..];
    }

    private static string Letter(WorkItemView item) => Assert.Single(item.Effects, effect => effect.Kind == EffectKind.EmailSend && effect.Outcome == "proposed").Preview;

    private static Task<CommandReply> RunAsync(KernelHarness harness, string text) =>
        harness.Process.Get<ICommands>().RunAsync(text, ChannelName.Web, "operator", CancellationToken.None);

    private static async Task<IReadOnlyList<CorrectionView>> PreferencesAsync(KernelHarness harness) =>
        [.. (await harness.Process.Get<ICorrections>().ListAsync(CancellationToken.None)).Where(one => one.IsPreference)];
}
