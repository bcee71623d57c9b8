using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Assets;
using AiOs.Channels.Web.Commands;
using AiOs.Channels.Web.Json;
using AiOs.Channels.Web.Pages;
using AiOs.Channels.Web.Requests;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Endpoints;

/// <summary>The conversation: the page, and the way in for messages.</summary>
internal sealed class ChatEndpoints(MessageDoor door, CommandDoor commands, IDesk desk, PageRenderer pages, ExampleMail example)
{
    public async Task ShowAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var news = new ChatNews
        {
            Before = WorkItemId.TryParse(query["before"], out var id) ? id : null,
            Repeated = query["notice"] == "repeated",
            Reply = commands.Find(query["reply"]),
        };
        await PageReply.WriteAsync(context, await pages.ChatAsync(news, context.RequestAborted));
    }

    public async Task PostAsync(HttpContext context)
    {
        var read = await HandoverReader.ReadAsync(context);
        if (read.Value is not { } handovers)
        {
            await RefusalReply.WriteAsync(context, read.Refusal!);
        }
        else if (!Wants.Json(context.Request))
        {
            await ReplyWithPageAsync(context, handovers);
        }
        else if (handovers is [var command] && commands.IsCommand(command))
        {
            await ReplyToCommandAsync(context, await commands.RunAsync(command, context.RequestAborted));
        }
        else if (handovers is [var only])
        {
            await ReplyWithOneAsync(context, await door.TakeAsync(only, context.RequestAborted));
        }
        else
        {
            await ReplyWithAllAsync(context, handovers);
        }
    }

    public Task PostExampleAsync(HttpContext context) =>
        ReplyWithPageAsync(context, [new Handover.Mail(example.Make(), null)]);

    private static Task ReplyToCommandAsync(HttpContext context, CommandReply reply)
    {
        context.Response.StatusCode = reply.Done ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return JsonReply.WriteAsync(context, reply, static (json, value) => CommandReplyJson.Write(json, value));
    }

    private async Task ReplyWithOneAsync(HttpContext context, Taken taken)
    {
        if (taken is Taken.Accepted { Receipt: var receipt })
        {
            var item = await FindAsync(receipt, context.RequestAborted);
            await JsonReply.WriteAsync(context, (item, receipt.Repeated), static (json, value) => WorkItemJson.Write(json, value.item, value.Repeated));
        }
        else
        {
            await RefusalReply.WriteAsync(context, new Refusal(StatusCodes.Status422UnprocessableEntity, ((Taken.Unreadable)taken).Sentence));
        }
    }

    private async Task ReplyWithAllAsync(HttpContext context, IReadOnlyList<Handover> handovers)
    {
        List<(WorkItemView Item, bool Repeated)> items = [];
        List<string> errors = [];
        foreach (var handover in handovers)
        {
            if (commands.IsCommand(handover))
            {
                errors.Add("A command goes alone, so it was not run: send it again without the files.");
                continue;
            }

            switch (await door.TakeAsync(handover, context.RequestAborted))
            {
                case Taken.Accepted { Receipt: var receipt }:
                    items.Add((await FindAsync(receipt, context.RequestAborted), receipt.Repeated));
                    break;
                case Taken.Unreadable unreadable:
                    errors.Add(unreadable.Sentence);
                    break;
            }
        }

        context.Response.StatusCode = items.Count > 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        await JsonReply.WriteAsync(context, (items, errors), static (json, value) => ItemListJson.Write(json, value.items, value.errors));
    }

    private async Task ReplyWithPageAsync(HttpContext context, IReadOnlyList<Handover> handovers)
    {
        Receipt? last = null;
        CommandReply? reply = null;
        List<string> troubles = [];
        foreach (var handover in handovers)
        {
            if (commands.IsCommand(handover))
            {
                reply = await commands.RunAsync(handover, context.RequestAborted);
                continue;
            }

            switch (await door.TakeAsync(handover, context.RequestAborted))
            {
                case Taken.Accepted { Receipt: var receipt }:
                    last = receipt;
                    break;
                case Taken.Unreadable unreadable:
                    troubles.Add(unreadable.Sentence);
                    break;
            }
        }

        if (troubles.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await PageReply.WriteAsync(context, await pages.ChatAsync(new ChatNews { Troubles = troubles, Reply = reply }, context.RequestAborted));
            return;
        }

        await PageReply.SeeOtherAsync(context, reply is not null ? commands.AddressOf(reply) : (last!.Repeated ? "/?notice=repeated" : "/") + "#item-" + last.WorkItem);
    }

    private async Task<WorkItemView> FindAsync(Receipt receipt, CancellationToken cancellationToken) =>
        await desk.FindAsync(receipt.WorkItem, cancellationToken)
        ?? throw new InvalidOperationException("The inbox named a work item that the desk does not know.");
}
