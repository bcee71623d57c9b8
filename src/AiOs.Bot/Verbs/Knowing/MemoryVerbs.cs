using System.Globalization;
using AiOs.Channels.Web.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Contracts.Knowledge;

namespace AiOs.Bot.Verbs.Knowing;

/// <summary><c>remember</c> and <c>recall</c>, and memory's part of <c>rebuild</c>.</summary>
internal sealed class MemoryVerbs(INotebook notebook, IRecall recall, IMemoryRebuild memory, TimeProvider time)
{
    private const string By = "operator";
    private const int ShownText = 160;

    /// <summary>Makes memory anew from the journal.</summary>
    public Task<long> RebuildAsync(CancellationToken cancellationToken) => memory.RebuildAsync(cancellationToken);

    public async Task<VerbResult> RememberAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var outcome = await notebook.RememberAsync(request.Text ?? string.Empty, ChannelName.CommandLine, By, cancellationToken);
        var json = request.Json ? VerbText.Whole(writer => ControlOutcomeJson.Write(writer, outcome)) : null;
        return outcome.Accepted
            ? VerbResult.Done(json ?? outcome.Sentence)
            : new VerbResult(VerbResult.FoundWrong, json ?? string.Empty, outcome.Sentence);
    }

    public async Task<VerbResult> RecallAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        // What was told a moment ago is to be found, with a host or without one.
        await memory.FollowAsync(cancellationToken);
        var now = time.GetUtcNow();
        var found = await recall.SearchAsync(new RecallQuery { Words = request.Text ?? string.Empty, Now = now }, cancellationToken);
        return VerbResult.Done(request.Json ? JsonOf(found)
            : found.Count == 0 ? "Nothing comes to mind."
            : string.Join('\n', found.Select(one => LineOf(one, now))));
    }

    private static string LineOf(Recalled found, DateTimeOffset now)
    {
        var text = found.Item.Text.ReplaceLineEndings(" ").Trim();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Score:0.0000}  {Age(now - found.Item.At),-8}  {ProvenanceOf(found.Item),-8}  {found.Item.Title}: {(text.Length > ShownText ? text[..ShownText] + "…" : text)}  ({found.Item.Id})");
    }

    private static string Age(TimeSpan age) => age.TotalDays >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays} d")
        : age.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)age.TotalMinutes)} min");

    private static string ProvenanceOf(KnowledgeItem item) => KebabEnumConverter<Provenance>.ToText(item.Provenance);

    private static string JsonOf(IReadOnlyList<Recalled> found) => VerbText.Json(writer =>
    {
        writer.WriteStartArray("found");
        foreach (var one in found)
        {
            writer.WriteStartObject();
            writer.WriteString("id", one.Item.Id.Value);
            writer.WriteString("kind", KebabEnumConverter<KnowledgeKind>.ToText(one.Item.Kind));
            writer.WriteString("provenance", ProvenanceOf(one.Item));
            writer.WriteString("title", one.Item.Title);
            writer.WriteString("text", one.Item.Text);
            writer.WriteString("at", one.Item.At.ToString("u", CultureInfo.InvariantCulture));
            writer.WriteNumber("score", one.Score);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
