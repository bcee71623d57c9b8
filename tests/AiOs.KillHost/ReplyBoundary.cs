using AiOs.Kernel.Timing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AiOs.KillHost;

/// <summary>One more boundary: all is done, and whoever asked has yet to hear of it.</summary>
internal sealed class ReplyBoundary(IBoundary boundary) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(following => context =>
        {
            if (HttpMethods.IsPost(context.Request.Method))
            {
                context.Response.OnStarting(() =>
                {
                    boundary.Cross(Boundaries.BeforeReply);
                    return Task.CompletedTask;
                });
            }

            return following(context);
        });
        next(app);
    };
}
