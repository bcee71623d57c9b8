using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Channels.Web.Tests.Fakes;

/// <summary>Controls and commands that remember what they were asked.</summary>
internal sealed class FakeControls(FakeDesk desk) : IControls, ICommands
{
    public List<string> Asked { get; } = [];

    /// <summary>What the digest says.</summary>
    public CommandReply Digest { get; set; } = new(Done: true, "Quiet day: nothing waits, nothing failed.", [new CardBlock.Hint("The journal ends at 7.")]);

    public IReadOnlyList<CommandSummary> All => [];

    public List<AutonomyView> Classes { get; } =
    [
        new("sales/calendar.book/client/none", "offered", 41, 40, "40 of the last 41 were approved as drafted; this would have run those 40 unasked."),
        new("execution/email.send/client/none", "granted", 60, 60, "Runs unasked since 2026-11-01."),
        new("execution/note.keep/none/none", "earning", 3, 3, "3 in a row were approved as drafted."),
    ];

    public Task<ControlOutcome> FreezeAsync(ChannelName channel, string by, CancellationToken cancellationToken)
    {
        desk.FrozenBecause = "The operator said so.";
        return Said($"freeze {channel} {by}", "Everything is frozen.");
    }

    public Task<ControlOutcome> ResumeAsync(ChannelName channel, string by, CancellationToken cancellationToken)
    {
        desk.FrozenBecause = null;
        return Said($"resume {channel} {by}", "Everything goes on.");
    }

    public Task<IReadOnlyList<AutonomyView>> AutonomyAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AutonomyView>>(Classes);

    public Task<ControlOutcome> SetAutonomyAsync(string name, bool accept, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        Asked.Add($"autonomy {name} {accept}");
        var known = Classes.Exists(one => one.Name == name);
        return Task.FromResult(new ControlOutcome(known, known ? $"{name} is settled." : $"No offer is open for {name}."));
    }

    public Task<BudgetView> BudgetAsync(CancellationToken cancellationToken) => Task.FromResult(new BudgetView(
        [new("spending/any/day", new Money(50000, "EUR"), new Money(12000, "EUR"), IsOver: false), new("spending/ads/month", new Money(20000, "EUR"), new Money(24000, "EUR"), IsOver: true)],
        Interruptions: 3,
        InterruptionsPerDay: 12));

    public Task<PolicyView> PolicyAsync(CancellationToken cancellationToken) => Task.FromResult(new PolicyView("policy/main@3", "version: 1\n# <script>alert(1)</script>\n"));

    public Task<ControlOutcome> LoadPolicyAsync(string text, CancellationToken cancellationToken) => throw new NotSupportedException("No page loads a policy.");

    public Task<PolicyTrialView> TryPolicyAsync(string text, int days, CancellationToken cancellationToken) => throw new NotSupportedException("No page tries a policy.");

    public bool IsCommand(string text) => text.Length > 1 && text[0] == '/' && char.IsAsciiLetter(text[1]);

    public async Task<CommandReply> RunAsync(string text, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        Asked.Add($"{text} {channel} {by}");
        if (text == "/freeze")
        {
            await FreezeAsync(channel, by, cancellationToken);
        }

        return text is "/digest" or "/digest last" ? Digest : text is "/freeze" or "/budget"
            ? new CommandReply(Done: true, $"Answer to {text}", [new CardBlock.Facts([new Fact("spending/ads/month", "<b>240.00 EUR</b> of 200.00 EUR")]), new CardBlock.Quote("The policy", "version: 1")])
            : new CommandReply(Done: false, "There is no such command; nothing was done", []);
    }

    private Task<ControlOutcome> Said(string asked, string sentence)
    {
        Asked.Add(asked);
        return Task.FromResult(new ControlOutcome(Accepted: true, sentence));
    }
}
