using AiOs.Bot.Verbs;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;

namespace AiOs.Bot.Copies;

/// <summary><c>forget</c>: shows what is about somebody, and with <c>--yes</c> forgets it.</summary>
internal sealed class ForgetVerb(IForget forgetting)
{
    private const string By = "operator";

    public async Task<VerbResult> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var outcome = request.Yes
            ? await forgetting.ForgetAsync(request.Who!, ChannelName.CommandLine, By, cancellationToken)
            : await forgetting.LookAsync(request.Who!, cancellationToken);
        var error = !outcome.Found ? outcome.Sentence : request.Yes ? string.Empty : outcome.Sentence + " Nothing was done; say --yes to do it.";
        var output = request.Json ? JsonOf(outcome, request.Yes) : outcome.Found ? TextOf(outcome, request.Yes) : string.Empty;
        return new VerbResult(error.Length == 0 ? 0 : VerbResult.FoundWrong, output, error);
    }

    private static string TextOf(ForgetOutcome outcome, bool done) => string.Join('\n', (IEnumerable<string>)
    [
        .. done ? [outcome.Files > 0 ? $"{outcome.Sentence} {outcome.Files} files beside the stores are gone too." : outcome.Sentence] : Array.Empty<string>(),
        .. outcome.Notes,
        .. outcome.OlderCopies.Select(copy => $"Older copy, still holds it: {copy.Kind} {copy.Path} of {Contracts.Json.InstantConverter.ToText(copy.At)}; delete it yourself."),
    ]);

    private static string JsonOf(ForgetOutcome outcome, bool done) => VerbText.Json(writer =>
    {
        writer.WriteBoolean("forgotten", done && outcome.Found);
        writer.WriteNumber("workItems", outcome.WorkItems);
        writer.WriteNumber("records", outcome.Records);
        writer.WriteNumber("others", outcome.Others);
        writer.WriteNumber("unlinked", outcome.Unlinked);
        writer.WriteNumber("files", outcome.Files);
        writer.WriteStartArray("olderCopies");
        foreach (var copy in outcome.OlderCopies)
        {
            writer.WriteStringValue(copy.Path);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("notes");
        foreach (var note in outcome.Notes)
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
        writer.WriteString("sentence", outcome.Sentence);
    });
}
