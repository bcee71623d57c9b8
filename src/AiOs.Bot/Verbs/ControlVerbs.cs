using System.Globalization;
using AiOs.Bot.Chat;
using AiOs.Bot.Verbs.Knowing;
using AiOs.Channels.Web.Json;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Bot.Verbs;

/// <summary><c>freeze</c>, <c>resume</c>, <c>autonomy</c>, <c>budget</c>, <c>policy</c>, <c>remember</c> and <c>recall</c>; the verbs that read Records stand behind them.</summary>
internal sealed class ControlVerbs(IControls controls, PolicyVerbs policies, MemoryVerbs memory, RecordVerbs records, PairingVerbs pairing)
{
    private const string By = "operator";

    /// <summary>Runs one of them.</summary>
    /// <returns>What came of it; nothing where the verb is another.</returns>
    public Task<VerbResult>? RunAsync(VerbRequest request, CancellationToken cancellationToken) => request.Verb switch
    {
        VerbNames.Freeze => FreezeAsync(request, cancellationToken),
        VerbNames.Resume => ResumeAsync(request, cancellationToken),
        VerbNames.Autonomy => AutonomyAsync(request, cancellationToken),
        VerbNames.AutonomyAccept => SetAutonomyAsync(request, accept: true, cancellationToken),
        VerbNames.AutonomyRevoke => SetAutonomyAsync(request, accept: false, cancellationToken),
        VerbNames.Budget => BudgetAsync(request, cancellationToken),
        VerbNames.PolicyTry => policies.TryAsync(request, cancellationToken),
        VerbNames.PolicyShow => policies.ShowAsync(request, cancellationToken),
        VerbNames.Remember => memory.RememberAsync(request, cancellationToken),
        VerbNames.Recall => memory.RecallAsync(request, cancellationToken),
        _ => records.RunAsync(request, cancellationToken) ?? pairing.RunAsync(request, cancellationToken),
    };

    private async Task<VerbResult> FreezeAsync(VerbRequest request, CancellationToken cancellationToken) =>
        ResultOf(await controls.FreezeAsync(ChannelName.CommandLine, By, cancellationToken), request);

    private async Task<VerbResult> ResumeAsync(VerbRequest request, CancellationToken cancellationToken) =>
        ResultOf(await controls.ResumeAsync(ChannelName.CommandLine, By, cancellationToken), request);

    private async Task<VerbResult> SetAutonomyAsync(VerbRequest request, bool accept, CancellationToken cancellationToken) =>
        ResultOf(await controls.SetAutonomyAsync(request.Class!, accept, ChannelName.CommandLine, By, cancellationToken), request);

    private async Task<VerbResult> AutonomyAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var classes = await controls.AutonomyAsync(cancellationToken);
        return VerbResult.Done(request.Json
            ? JsonOf(classes)
            : classes.Count == 0 ? "Nothing runs unasked, and nothing is offered."
            : string.Join('\n', classes.Select(one => $"{one.State,-8} {one.Name}: {one.Sentence}")));
    }

    private async Task<VerbResult> BudgetAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var budget = await controls.BudgetAsync(cancellationToken);
        return VerbResult.Done(request.Json ? JsonOf(budget) : string.Join('\n', Lines(budget)));
    }

    private static IEnumerable<string> Lines(BudgetView budget) =>
    [
        .. budget.Caps.Select(cap => $"{cap.Name}: {cap.Used} of {cap.Most}{(cap.IsOver ? ", which is over" : string.Empty)}"),
        string.Create(CultureInfo.InvariantCulture, $"questions today: {budget.Interruptions} of {budget.InterruptionsPerDay}"),
    ];

    private static string JsonOf(IReadOnlyList<AutonomyView> classes) => VerbText.Json(writer =>
    {
        writer.WriteStartArray("classes");
        foreach (var one in classes)
        {
            writer.WriteStartObject();
            writer.WriteString("name", one.Name);
            writer.WriteString("state", one.State);
            writer.WriteNumber("seen", one.Seen);
            writer.WriteNumber("unedited", one.Unedited);
            writer.WriteString("sentence", one.Sentence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static string JsonOf(BudgetView budget) => VerbText.Json(writer =>
    {
        writer.WriteStartArray("caps");
        foreach (var cap in budget.Caps)
        {
            writer.WriteStartObject();
            writer.WriteString("name", cap.Name);
            writer.WriteString("most", cap.Most.ToString());
            writer.WriteString("used", cap.Used.ToString());
            writer.WriteBoolean("over", cap.IsOver);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("interruptions", budget.Interruptions);
        writer.WriteNumber("interruptionsPerDay", budget.InterruptionsPerDay);
    });

    private static VerbResult ResultOf(ControlOutcome outcome, VerbRequest request)
    {
        var json = request.Json ? VerbText.Whole(writer => ControlOutcomeJson.Write(writer, outcome)) : null;
        return outcome.Accepted
            ? VerbResult.Done(json ?? outcome.Sentence)
            : new VerbResult(VerbResult.FoundWrong, json ?? string.Empty, outcome.Sentence);
    }
}
