using System.Globalization;
using System.Text.Json;
using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Endpoints;
using AiOs.Channels.Web.Json;
using AiOs.Channels.Web.Pages;
using AiOs.Channels.Web.Requests;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Corrections;

/// <summary>What a message really is, the list of corrections, and taking one back.</summary>
internal sealed class CorrectionEndpoints(ICorrections corrections, IDesk desk, OutcomeReply reply, TimeProvider time)
{
    private static readonly Refusal NoCategory = new(400, "Say one of the categories, such as inquiry or invoice-received.");
    private static readonly Refusal NoNumber = new(400, "Say which correction, by its number.");

    public Task ShowAsync(HttpContext context) => ShowAsync(context, outcome: null);

    public async Task CorrectAsync(HttpContext context)
    {
        var read = await ReadAsync(context);
        if (!WorkItemId.TryParse(context.Request.RouteValues["id"] as string, out var id))
        {
            await RefusalReply.WriteAsync(context, Refusal.Unknown);
        }
        else if (read.Value is not { } post || KebabEnumConverter<Category>.Parse(post.Category ?? string.Empty) is not { } category)
        {
            await RefusalReply.WriteAsync(context, read.Refusal ?? NoCategory);
        }
        else
        {
            await reply.WriteAsync(context, await corrections.CorrectAsync(id, category, ChannelName.Web, WebOperator.Id, context.RequestAborted), post.From);
        }
    }

    public async Task TakeBackAsync(HttpContext context)
    {
        var read = await ReadAsync(context);
        if (read.Value is not { Number: { } number })
        {
            await RefusalReply.WriteAsync(context, read.Refusal ?? NoNumber);
            return;
        }

        var outcome = await corrections.TakeBackAsync(number, ChannelName.Web, WebOperator.Id, context.RequestAborted);
        context.Response.StatusCode = outcome.Accepted ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        await (Wants.Json(context.Request)
            ? JsonReply.WriteAsync(context, outcome, static (json, value) => ControlOutcomeJson.Write(json, value))
            : ShowAsync(context, outcome));
    }

    private async Task ShowAsync(HttpContext context, ControlOutcome? outcome)
    {
        var all = await corrections.ListAsync(context.RequestAborted);
        await (Wants.Json(context.Request)
            ? JsonReply.WriteAsync(context, all, static (json, value) => WriteList(json, value))
            : PageReply.WriteAsync(context, CorrectionsPage.Render(all, outcome, desk.FrozenBecause, new Times(time))));
    }

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<CorrectionView> all)
    {
        json.WriteStartArray();
        foreach (var one in all)
        {
            json.WriteStartObject();
            json.WriteNumber("number"u8, one.Number);
            json.WriteString("at"u8, InstantConverter.ToText(one.At));
            json.WriteString("kind"u8, one.Kind);
            json.WriteString("sentence"u8, one.Sentence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Task<Read<CorrectionPost>> ReadAsync(HttpContext context) => PostBody.ReadAsync(
        context,
        PostJson.Default.CorrectionPost,
        static form => new CorrectionPost
        {
            Category = form["category"],
            Number = long.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            From = form["from"],
        });
}
