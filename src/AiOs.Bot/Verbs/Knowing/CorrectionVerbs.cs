using AiOs.Channels.Web.Json;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Contracts.Ports;

namespace AiOs.Bot.Verbs.Knowing;

/// <summary><c>correct</c>, <c>corrections</c> and <c>corrections take-back</c>.</summary>
internal sealed class CorrectionVerbs(ICorrections corrections, IIntake intake)
{
    private const string By = "operator";

    public async Task<VerbResult> CorrectAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (!WorkItemId.TryParse(request.WorkItem, out var id))
        {
            return WorkItemVerbs.NoId(request.WorkItem);
        }

        if ((KebabEnumConverter<Category>.Parse(request.Category ?? string.Empty) ?? intake.ReadCategory(request.Category ?? string.Empty)) is not { } category)
        {
            return VerbResult.Usage($"'{request.Category}' is no category; it is one of {string.Join(", ", Enum.GetValues<Category>().Select(KebabEnumConverter<Category>.ToText))}.");
        }

        var outcome = await corrections.CorrectAsync(id, category, ChannelName.CommandLine, By, cancellationToken);
        return outcome.Item is null ? WorkItemVerbs.NoItem(id)
            : outcome.Accepted ? VerbResult.Done(TextOf(outcome, request))
            : new VerbResult(VerbResult.FoundWrong, request.Json ? TextOf(outcome, request) : string.Empty, outcome.Sentence);
    }

    public async Task<VerbResult> ListAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var all = await corrections.ListAsync(cancellationToken);
        return VerbResult.Done(request.Json
            ? JsonOf(all)
            : all.Count == 0 ? "You have put nothing right so far."
            : string.Join('\n', all.Select(one => $"{one.Name,7}  {InstantConverter.ToText(one.At)}  {one.Kind,-10}  {one.Sentence}")));
    }

    public async Task<VerbResult> TakeBackAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var outcome = await corrections.TakeBackAsync(request.Number, ChannelName.CommandLine, By, cancellationToken);
        var text = request.Json ? VerbText.Whole(writer => ControlOutcomeJson.Write(writer, outcome)) : outcome.Sentence;
        return outcome.Accepted ? VerbResult.Done(text) : new VerbResult(VerbResult.FoundWrong, request.Json ? text : string.Empty, outcome.Sentence);
    }

    private static string TextOf(DecisionOutcome outcome, VerbRequest request) => request.Json
        ? VerbText.Whole(writer => WorkItemJson.Write(writer, outcome))
        : $"{KebabEnumConverter<WorkItemState>.ToText(outcome.Item!.State)}: {outcome.Sentence}";

    private static string JsonOf(IReadOnlyList<CorrectionView> all) => VerbText.Json(writer =>
    {
        writer.WriteStartArray("corrections");
        foreach (var one in all)
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", one.Number);
            writer.WriteString("at", InstantConverter.ToText(one.At));
            writer.WriteString("kind", one.Kind);
            writer.WriteString("sentence", one.Sentence);
            writer.WriteString("source", one.Source.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
