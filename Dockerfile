# Two stages: Swift builds a binary that carries its own runtime, Debian runs it.
FROM swift:6.3-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends \
        libsqlite3-dev libssl-dev libstemmer-dev zlib1g-dev libbrotli-dev \
        libcurl4-openssl-dev libexpat1-dev libqrencode-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Package.swift ./
COPY Sources ./Sources
COPY Tests ./Tests
RUN swift build -c release --product emploi --static-swift-stdlib \
    && install -s .build/release/emploi /usr/local/bin/emploi

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends \
        libsqlite3-0 libssl3 libstemmer0d zlib1g libbrotli1 libstdc++6 \
        libcurl4 libexpat1 libqrencode4 ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/emploi-allier --create-home emploi
COPY --from=build /usr/local/bin/emploi /usr/local/bin/emploi
COPY Public /usr/share/emploi-allier/Public
COPY Migrations /usr/share/emploi-allier/Migrations
USER 10001
VOLUME /var/lib/emploi-allier
ENV EMPLOI_HOST=0.0.0.0 EMPLOI_PORT=8080 EMPLOI_DATABASE=/var/lib/emploi-allier/emploi.sqlite
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/local/bin/emploi"]
CMD ["serve"]
