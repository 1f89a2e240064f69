#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift does not import: one function for each kind of value.

static inline CURLcode emploi_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode emploi_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

// libcurl copies strings, CURLOPT_POSTFIELDS excepted.
static inline CURLcode emploi_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode emploi_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode emploi_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*emploi_transfer_callback)(char *buffer, size_t size, size_t count, void *context);

static inline CURLcode emploi_set_transfer(CURL *handle, CURLoption option, emploi_transfer_callback callback) {
    return curl_easy_setopt(handle, option, callback);
}

typedef curl_socket_t (*emploi_socket_callback)(void *context, curlsocktype purpose, struct curl_sockaddr *address);

static inline CURLcode emploi_set_open_socket(CURL *handle, emploi_socket_callback callback) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, callback);
}

static inline long emploi_get_number(CURL *handle, CURLINFO info) {
    long value = 0;
    return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

static inline const char *emploi_get_text(CURL *handle, CURLINFO info) {
    const char *value = NULL;
    return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : NULL;
}

static inline CURLcode emploi_global_init(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}
