# syntax=docker/dockerfile:1
# A test runs the RUN lines of the first stage as plain commands: keep them free of the shell's tricks.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /build
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY manifests/ manifests/
COPY src/ src/
RUN dotnet restore --locked-mode src/AiOs.Bot
RUN dotnet publish --no-restore -c Release -o out/app src/AiOs.Bot
RUN mkdir out/data out/head

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Letters for the digest's chart; without any it is told in words.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-dejavu-core && rm -rf /var/lib/apt/lists/*
COPY --from=build /build/out/app /app
COPY --from=build --chown=$APP_UID:$APP_UID /build/out/data /data
COPY --from=build --chown=$APP_UID:$APP_UID /build/out/head /head

# Nothing outside /data and /head is written, so the root file system may be read-only. The diagnostics socket and
# other temporary files would go to /tmp; the one is off, the others go to the volume.
ENV DOTNET_EnableDiagnostics=0 \
    DOTNET_NOLOGO=1 \
    HOME=/data \
    TMPDIR=/data \
    AIOS_Workspace__DataDirectory=/data \
    AIOS_Workspace__HeadFile=/head/head.json

# Configuration is read from the folder the host starts in: /data/appsettings.json, if there is one.
WORKDIR /data
# /head keeps the second copy of the signed head: put it on another disk than /data, or a folder rolled back goes unseen.
VOLUME ["/data", "/head"]
USER $APP_UID

# The page listens on loopback only, so the container shares the host's: docker run --network host --read-only.

# The image has no curl: the host asks itself. It reads /health/live on loopback and touches nothing else.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["dotnet", "/app/AiOs.Bot.dll", "doctor", "--live"]

ENTRYPOINT ["dotnet", "/app/AiOs.Bot.dll"]
CMD ["serve"]
