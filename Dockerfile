# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Project files first: packages are restored anew only when one of these changes.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/PlanSearch.Plans/PlanSearch.Plans.csproj src/PlanSearch.Plans/
COPY src/PlanSearch.Index/PlanSearch.Index.csproj src/PlanSearch.Index/
COPY src/PlanSearch.OpenSearch/PlanSearch.OpenSearch.csproj src/PlanSearch.OpenSearch/
COPY src/PlanSearch.Queries/PlanSearch.Queries.csproj src/PlanSearch.Queries/
COPY src/PlanSearch.Corpus/PlanSearch.Corpus.csproj src/PlanSearch.Corpus/
COPY src/PlanSearch.Answers/PlanSearch.Answers.csproj src/PlanSearch.Answers/
COPY src/PlanSearch.Export/PlanSearch.Export.csproj src/PlanSearch.Export/
COPY src/PlanSearch.Web/PlanSearch.Web.csproj src/PlanSearch.Web/
COPY src/PlanSearch.Cli/PlanSearch.Cli.csproj src/PlanSearch.Cli/
RUN dotnet restore src/PlanSearch.Cli/PlanSearch.Cli.csproj

COPY index-data index-data
COPY docs docs
COPY src src
RUN dotnet publish src/PlanSearch.Cli/PlanSearch.Cli.csproj -c Release --no-restore -o /app
# A new volume takes its owner from the image, so the folders of the two volumes are made here.
RUN mkdir -p /data/index && cp -r index-data/plans /data/plans

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=$APP_UID:$APP_UID /data index-data

# The container listens to everyone; who may reach it is said where its port is published.
ENV ASPNETCORE_URLS=http://0.0.0.0:8080 \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080

# Nothing else is written: the root may be read-only (docker run --read-only).
VOLUME ["/app/index-data/index", "/app/index-data/plans"]
USER $APP_UID

HEALTHCHECK --interval=30s --timeout=10s --start-period=60s \
    CMD ["dotnet", "plansearch.dll", "health", "http://127.0.0.1:8080"]
ENTRYPOINT ["dotnet", "plansearch.dll"]
CMD ["serve"]
