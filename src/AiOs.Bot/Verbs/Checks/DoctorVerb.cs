using AiOs.Contracts;
using AiOs.Contracts.Ports;

namespace AiOs.Bot.Verbs.Checks;

/// <summary><c>doctor</c>: uses every configured part for real, one line each.</summary>
internal sealed class DoctorVerb(IEnumerable<ICheckedPart> parts)
{
    public async Task<VerbResult> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var found = new List<(string Name, PartHealth Health)>();
        foreach (var part in request.Live ? [] : parts)
        {
            found.Add((part.Name, await CheckAsync(part, cancellationToken)));
        }

        var text = request.Json ? JsonOf(found) : string.Join('\n', found.Select(one => $"{(one.Health.Ok ? "ok   " : "FAULT")} {one.Name}: {one.Health.Sentence}"));
        var faults = found.Count(one => !one.Health.Ok);
        return faults == 0
            ? VerbResult.Done(text)
            : new VerbResult(VerbResult.FoundWrong, text, $"{faults} of {found.Count} parts do not work; see the lines marked FAULT.");
    }

    private static async Task<PartHealth> CheckAsync(ICheckedPart part, CancellationToken cancellationToken)
    {
        try
        {
            return await part.CheckAsync(cancellationToken);
        }
        catch (AiOsException fault)
        {
            return new PartHealth(Ok: false, fault.Message);
        }
    }

    private static string JsonOf(List<(string Name, PartHealth Health)> found) => VerbText.Json(writer =>
    {
        writer.WriteBoolean("ok", found.TrueForAll(one => one.Health.Ok));
        writer.WriteStartArray("parts");
        foreach (var (name, health) in found)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteBoolean("ok", health.Ok);
            writer.WriteString("sentence", health.Sentence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
