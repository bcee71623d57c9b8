using System.Globalization;
using System.Text;
using System.Text.Json;
using AiOs.Bot.Hosting;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Json;

namespace AiOs.Bot.Verbs;

/// <summary><c>policy try</c> and <c>policy show</c>. Neither appends anything.</summary>
internal sealed class PolicyVerbs(IControls controls)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<VerbResult> TryAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (TextOf(request.Content ?? []) is not { } draft)
        {
            return VerbResult.Usage(PolicyLoader.PlaceOf(request.File!, 1, "the file is not UTF-8 text; save it as such"));
        }

        var trial = await controls.TryPolicyAsync(draft, request.Days, cancellationToken);
        return !trial.Accepted ? VerbResult.Usage(PolicyLoader.PlaceOf(request.File!, trial.Line, trial.Sentence) + ".")
            : VerbResult.Done(request.Json ? JsonOf(trial) : TextOf(trial));
    }

    public async Task<VerbResult> ShowAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var policy = await controls.PolicyAsync(cancellationToken);
        return VerbResult.Done(request.Json
            ? VerbText.Json(writer =>
            {
                writer.WriteString("version", policy.Version);
                writer.WriteString("text", policy.Text);
            })
            : $"# in force: {policy.Version}\n{policy.Text.TrimEnd('\n')}");
    }

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string TextOf(PolicyTrialView trial)
    {
        var text = new StringBuilder();
        foreach (var one in trial.Differences)
        {
            text.Append(CultureInfo.InvariantCulture, $"{one.At:yyyy-MM-dd HH:mm}  {one.WorkItem}  {one.Title}\n");
            text.Append("  it was    ").Append(one.Before).Append(one.Decision.Length > 0 ? "; " + one.Decision : string.Empty).Append('\n');
            text.Append("  would be  ").Append(one.After).Append(one.Milder ? "  (milder: look twice)\n" : "\n");
        }

        return text.Append(trial.Sentence).ToString();
    }

    private static string JsonOf(PolicyTrialView trial) => VerbText.Json(writer =>
    {
        writer.WriteString("sentence", trial.Sentence);
        writer.WriteNumber("examined", trial.Examined);
        writer.WriteStartArray("differences");
        foreach (var one in trial.Differences)
        {
            WriteDifference(writer, one);
        }

        writer.WriteEndArray();
    });

    private static void WriteDifference(Utf8JsonWriter writer, PolicyTrialView.Difference one)
    {
        writer.WriteStartObject();
        writer.WriteString("at", InstantConverter.ToText(one.At));
        writer.WriteString("workItem", one.WorkItem.ToString());
        writer.WriteString("title", one.Title);
        writer.WriteString("decision", one.Decision);
        writer.WriteString("before", one.Before);
        writer.WriteString("after", one.After);
        writer.WriteBoolean("milder", one.Milder);
        writer.WriteEndObject();
    }
}
